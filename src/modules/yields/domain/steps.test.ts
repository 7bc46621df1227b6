import { expect, it } from 'vitest'
import { refusalOfConfirmation, refusalOfObjection, refusalOfPublication } from './steps.ts'

const draft = { state: 'draft', objectUntil: null } as const
const published = { state: 'published', objectUntil: '2026-03-12' } as const
const wanted = {
  ...{ today: '2026-03-02', objectUntil: '2026-03-09', objectionDays: 7, graded: 5, incomplete: 0 },
  leaveIncomplete: false,
}

it('is published once, with time to object, and with nobody left out by oversight', () => {
  expect(refusalOfPublication(draft, wanted)).toBeNull()
  expect(refusalOfPublication(published, wanted)?.code).toBe('yields.published_already')
  expect(refusalOfPublication(draft, { ...wanted, graded: 0 })?.code).toBe('yields.nobody_graded')
  expect(refusalOfPublication(draft, { ...wanted, objectUntil: '2026-03-08' })?.code).toBe('yields.too_short')
  expect(refusalOfPublication(draft, { ...wanted, incomplete: 1 })?.code).toBe('yields.incomplete')
  expect(refusalOfPublication(draft, { ...wanted, incomplete: 1, leaveIncomplete: true })).toBeNull()
})

it('takes objections to its last day, one at a time, from who has a result', () => {
  const asked = { today: '2026-03-12', published: true, open: false }
  expect(refusalOfObjection(published, asked)).toBeNull()
  expect(refusalOfObjection(published, { ...asked, today: '2026-03-13' })?.code).toBe('yields.window_closed')
  expect(refusalOfObjection(draft, asked)?.code).toBe('yields.window_closed')
  expect(refusalOfObjection(published, { ...asked, published: false })?.code).toBe('yields.no_result')
  expect(refusalOfObjection(published, { ...asked, open: true })?.code).toBe('yields.open_already')
})

it('becomes final after that day, with no objection open', () => {
  expect(refusalOfConfirmation(published, { today: '2026-03-13', open: 0 })).toBeNull()
  expect(refusalOfConfirmation(published, { today: '2026-03-12', open: 0 })?.code).toBe('yields.window_open')
  expect(refusalOfConfirmation(published, { today: '2026-03-13', open: 1 })?.code).toBe('yields.objections_open')
  expect(refusalOfConfirmation(draft, { today: '2026-03-13', open: 0 })?.code).toBe('yields.not_published')
})
