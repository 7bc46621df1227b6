import { expect, test } from 'vitest'
import type { CaseSummary } from '../../contract/case.ts'
import { eventName } from './event-name.ts'

const cases = [{ id: '1', matter: { name: { zh: '食品生产许可', en: 'food licence' } } }] as unknown as CaseSummary[]

test('a step of a case is told with its matter', () => {
  const event = { subjectKind: 'cases.case', subjectId: '1', action: 'accept' }
  expect(eventName(event, cases)).toEqual({ zh: '受理：食品生产许可', en: 'Accept: food licence' })
  expect(eventName({ ...event, subjectId: '2' }, cases)?.zh).toBe('受理')
})

test('a step of a commitment is told in words, an event of others is left to them', () => {
  const event = { subjectKind: 'commitments.commitment', subjectId: '3', action: 'requireRectification' }
  expect(eventName(event, cases)?.zh).toBe('责令限期整改')
  expect(eventName({ ...event, subjectKind: 'projects.project', action: 'advance' }, cases)).toBeUndefined()
})
