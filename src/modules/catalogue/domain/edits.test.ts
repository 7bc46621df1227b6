import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Catalogue, FeeSchedule, type Matter } from '../../matters/contract/catalogue.ts'
import type { DraftFinding } from '../contract/draft.ts'
import { applyEdit } from './apply-edit.ts'
import { compareContent } from './compare.ts'
import type { Content } from './content.ts'
import { type Publishing, refusePublishing } from './publishable.ts'

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../data/catalogue/${name}`, import.meta.url), 'utf8'))
const shipped: Content = {
  catalogue: Catalogue.parse(file('matters.json')),
  fees: FeeSchedule.parse(file('fees.json')),
}
const power = shipped.catalogue.matters.find(({ code }) => code === 'power') as Matter
const set = (fields: Record<string, unknown>) => ({ list: 'matters', code: 'power', act: 'set', fields }) as const

describe('an edit of the draft', () => {
  test('changes only its fields, and is told in words of both languages', () => {
    const handling = { ...power.handling, committed: { unit: 'workday', days: 2 } }
    const edited = applyEdit(shipped, set({ handling, handlingSource: { statutory: 'P', committed: 'E' } }))
    expect(Object.keys(edited.after ?? {})).toContain('handling')
    const [change, ...rest] = compareContent(shipped, edited.content)
    expect(rest).toEqual([])
    expect(change).toMatchObject({ list: 'matters', code: 'power', act: 'set' })
    expect(change?.fields).toContainEqual({
      field: 'handling.committed',
      label: { zh: '承诺时限', en: 'Promised limit' },
      before: expect.anything(),
      after: { zh: '2 个工作日', en: '2 working days' },
    })
  })

  test('asks for the source of a limit, refuses what does not fit, what changes nothing and another code', () => {
    const handling = { ...power.handling, committed: { unit: 'workday', days: 2 } }
    expect(() => applyEdit(shipped, set({ handling }))).toThrowError(/confidence marks/)
    expect(() => applyEdit(shipped, set({ preparation: { normal: -1, fast: 0 } }))).toThrowError(/preparation.normal/)
    expect(() => applyEdit(shipped, set({ name_zh: power.name_zh }))).toThrowError(/nothing to save/)
    expect(() => applyEdit(shipped, set({ code: 'other' }))).toThrowError(/cannot be changed/)
    expect(() => applyEdit(shipped, { ...set({}), code: 'no-such' })).toThrowError(/no matter "no-such"/)
  })

  test('adds a row once and retires it again', () => {
    const paper = { name_zh: '样例材料', name_en: 'Sample paper', preparedBy: 'enterprise' }
    const add = { list: 'materials', code: 'sample-paper', act: 'add', fields: paper } as const
    const { content } = applyEdit(shipped, add)
    expect(compareContent(shipped, content)).toMatchObject([
      { act: 'add', code: 'sample-paper', name: { zh: '样例材料' } },
    ])
    expect(() => applyEdit(content, add)).toThrowError(/already/)
    const retired = applyEdit(content, { ...add, act: 'retire', fields: {} })
    expect(retired.content).toEqual(shipped)
  })
})

describe('publishing', () => {
  const fine: Publishing = {
    ...{ changes: 1, superseded: false, findings: [], override: null, fourEyes: true, editors: ['a'], publisher: 'b' },
  }
  const warning = { level: 'warning', code: 'matters.never_applies', matter: 'power', field: 'applies' } as const
  const told: DraftFinding = { ...warning, zh: '从未成立', en: 'is never true', fresh: true }

  test.each<[string, Partial<Publishing>, RegExp]>([
    ['nothing changed', { changes: 0 }, /nothing to publish/],
    ['another version came into force', { superseded: true }, /Another version/],
    ['the editor publishes under four eyes', { publisher: 'a' }, /may not publish/],
    ['an error is left', { findings: [{ ...told, level: 'error', fresh: false }] }, /cannot be published/],
    ['a new warning has no answer', { findings: [told] }, /say why/],
  ])('is refused when %s', (_, part, words) => {
    expect(() => refusePublishing({ ...fine, ...part })).toThrowError(words)
  })

  test('goes through with an answered warning, with an old one, and with two eyes where that is set', () => {
    refusePublishing({ ...fine, findings: [told], override: 'meant so' })
    refusePublishing({ ...fine, findings: [{ ...told, fresh: false }] })
    refusePublishing({ ...fine, fourEyes: false, publisher: 'a' })
  })
})
