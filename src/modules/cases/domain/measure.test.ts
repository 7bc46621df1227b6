import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { enter, startClock } from '../../../kernel/clock.ts'
import type { CaseFacts } from './facts.ts'
import { measureOf, owedRecord } from './measure.ts'

const calendar = buildCalendar([
  JSON.parse(readFileSync(new URL('../../../../data/calendar/2026.json', import.meta.url), 'utf8')),
])
const budget = { days: 5, unit: 'calendarDay' } as const

function decided(changes: Partial<CaseFacts> = {}): CaseFacts {
  const days = { receivedOn: '2026-03-02', acceptedOn: '2026-03-04', decidedOn: '2026-03-13', lastOn: '2026-03-13' }
  const nothing = { correctedOn: null, deemedAcceptedOn: null, issuedOn: null, handler: null, papers: [], clocks: [] }
  const nobody = { office: null, extendedOn: null, remindedOn: null, review: null }
  const limits = { statutory: budget, promised: budget }
  return { state: 'passed', limits, ...nothing, ...nobody, ...days, ...changes }
}

test('working days from acceptance to decision, whatever the unit of the limit', () => {
  const clock = enter(startClock(budget, '2026-03-04'), { kind: 'ended', on: '2026-03-13' })
  const facts = decided({ clocks: [{ kind: 'promised', ref: null, clock }] })
  expect(measureOf(facts, calendar)).toMatchObject({ before: 2, handling: 7, suspended: 0, corrected: false })
})

test('a special procedure is left out of the handling and told apart (行政许可法 第45条)', () => {
  const grounds = { reason: '专家评审', paper: null }
  const suspended = enter(startClock(budget, '2026-03-04'), { kind: 'suspended', on: '2026-03-05', ...grounds })
  const resumed = enter(suspended, { kind: 'resumed', on: '2026-03-11', ...grounds })
  const clock = enter(resumed, { kind: 'ended', on: '2026-03-13' })
  const facts = decided({ clocks: [{ kind: 'promised', ref: null, clock }] })
  expect(measureOf(facts, calendar)).toMatchObject({ handling: 3, suspended: 4 })
})

test('an undecided case has no measure; one without an acceptance counts from receipt', () => {
  expect(measureOf(decided({ decidedOn: null }), calendar)).toBeNull()
  expect(measureOf(decided({ acceptedOn: null }), calendar)).toMatchObject({ before: 0, handling: 9 })
})

test('owed papers: in time, late, and still running', () => {
  const owed = (on: string | null) => {
    const clock = startClock({ days: 3, unit: 'workday' }, '2026-03-02')
    const closed = on === null ? clock : enter(clock, { kind: 'ended', on })
    return { kind: 'owed' as const, ref: 'paper', clock: closed }
  }
  const facts = decided({ clocks: [owed('2026-03-05'), owed('2026-03-06'), owed(null)] })
  expect(owedRecord([facts], { calendar, today: '2026-03-05' })).toEqual({ met: 2, lapsed: 0 })
  expect(owedRecord([facts], { calendar, today: '2026-03-09' })).toEqual({ met: 1, lapsed: 2 })
})
