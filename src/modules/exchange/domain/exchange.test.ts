import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StateRow } from '../contract/rows.ts'
import { differences } from './conflicts.ts'
import { foldEvents, type Reading, stateOfCode, unmappedOf } from './fold.ts'
import { type RemoteEvent, readStateRow } from './read-row.ts'

const code = '2603-140821-04-01-123456'
const row: StateRow = { xmdm: code, spsxbm: 'power', spsxslbm: 'A1', blzt: 8, blsj: '2026-03-02 09:30:00' }
const reading: Reading = {
  project: (one) => (one === code ? 'project' : undefined),
  matter: (one) => (one === 'power' || one === 'water' ? one : undefined),
  state: stateOfCode,
}

describe('a row of the provincial platform', () => {
  test('is read with its time on the clock of China', () => {
    expect(readStateRow(row)).toMatchObject({ stateCode: '8', at: '2026-03-02T01:30:00.000Z' })
    expect(readStateRow({ ...row, blsj: '2026/3/2' })).toMatchObject({ at: '2026-03-01T16:00:00.000Z' })
    expect(readStateRow({ ...row, blsj: '2026-03-02T01:30:00Z' })).toMatchObject({ at: '2026-03-02T01:30:00.000Z' })
    expect(readStateRow({ ...row, xmdm: '2019-140105-47-03-103434' })).toHaveProperty('projectCode')
  })

  test.each<[string, Partial<StateRow>, string]>([
    ['a project code of another form', { xmdm: '2603140821' }, '项目代码'],
    ['a day that does not exist', { blsj: '2026-02-30 08:00:00' }, '办理时间'],
    ['words for a time', { blsj: '昨天' }, '办理时间'],
    ['no matter', { spsxbm: ' ' }, '事项编码'],
  ])('%s is told in words', (_, part, words) => {
    const read = readStateRow({ ...row, ...part })
    expect('zh' in read && read.zh).toContain(words)
  })
})

const event = fc.record<RemoteEvent>({
  projectCode: fc.constantFrom(code, '2603-140821-04-01-999999'),
  matterCode: fc.constantFrom('power', 'water', 'X-17'),
  instance: fc.constantFrom('A1', 'A2'),
  stateCode: fc.oneof(fc.integer({ min: 1, max: 16 }).map(String), fc.constant('99')),
  at: fc.integer({ min: 0, max: 40 }).map((hour) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString()),
  note: fc.constant(null),
})

describe('cases folded from what was told', () => {
  test('are the same whatever the order of the rows and however often each came', () => {
    const shuffled = fc.array(event, { maxLength: 30 }).chain((events) =>
      fc.record({
        events: fc.constant(events),
        again: fc.shuffledSubarray([...events, ...events], {
          minLength: events.length * 2,
          maxLength: events.length * 2,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ events, again }) => {
        expect(foldEvents(again, reading)).toEqual(foldEvents(events, reading))
        const codes = (list: readonly RemoteEvent[]) =>
          unmappedOf(list, reading).map(({ kind, code: one }) => [kind, one])
        expect(codes(again)).toEqual(codes(events))
      }),
      { numRuns: 500 },
    )
  })

  test('are the same whether rows come one file after another or at once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.nat(20), (events, at) => {
        const [first, second] = [events.slice(0, at), events.slice(at)]
        expect(foldEvents([...second, ...first], reading)).toEqual(foldEvents(events, reading))
      }),
    )
  })

  test('hold the latest state, the day of receipt and of the decision of the latest application', () => {
    const at = (day: string, stateCode: string, instance: string): RemoteEvent => ({
      ...{ projectCode: code, matterCode: 'power', instance, stateCode, note: null },
      at: `2026-03-${day}T02:00:00.000Z`,
    })
    const told = [
      at('02', '1', 'A1'),
      at('05', '13', 'A1'),
      at('09', '1', 'A2'),
      at('10', '8', 'A2'),
      at('12', '11', 'A2'),
    ]
    expect(foldEvents(told.toReversed(), reading)).toMatchObject([
      { state: 'passed', instance: 'A2', receivedOn: '2026-03-09', decidedOn: '2026-03-12' },
    ])
    expect(foldEvents(told.slice(0, 4), reading)).toMatchObject([{ state: 'accepted', decidedOn: null }])
  })
})

test('a conflict is another state, or another day of the decision; the same is none', () => {
  const remote = {
    projectId: 'project',
    matter: 'power',
    instance: 'A1',
    state: 'passed',
    at: '',
    receivedOn: '',
  } as const
  const local = { id: 'case', projectId: 'project', matter: 'power', on: '2026-03-05' } as const
  const decidedOn = '2026-03-05'
  expect(differences([{ ...remote, decidedOn }], [{ ...local, state: 'passed', decidedOn }])).toEqual([])
  expect(differences([{ ...remote, decidedOn }], [{ ...local, state: 'accepted', decidedOn: null }])).toHaveLength(1)
  expect(
    differences([{ ...remote, decidedOn }], [{ ...local, state: 'passed', decidedOn: '2026-03-06' }]),
  ).toHaveLength(1)
  expect(differences([{ ...remote, decidedOn }], [])).toEqual([])
})
