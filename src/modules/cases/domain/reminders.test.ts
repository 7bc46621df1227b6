import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkOn, walks } from '../../../../test/support/case-walks.ts'
import { begin, calendar, step, type Walk } from '../../../../test/support/cases.ts'
import { dayFromNumber, dayNumber, isWorkday } from '../../../kernel/calendar.ts'
import { clockOn } from '../../../kernel/clock-state.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isEnded } from './clocks.ts'
import { deemAcceptance } from './deemed.ts'
import type { CaseFacts } from './facts.ts'
import { applyAction, foldActions } from './fold.ts'
import { dueOf, nextLook, reminderKey, remindersOf } from './reminders.ts'
import { subjectOf } from './subject.ts'

const accepted = (on = '2026-03-03') =>
  step(begin('2026-03-02'), on, { verb: 'accept', input: { owed: [], covered: [], awaiting: [] } })
const suspended = () =>
  step(accepted(), '2026-03-05', {
    verb: 'suspend',
    input: { reason: '专家评审', procedure: 'expertReview', promisedDays: 10, paper: null },
  })
const resumed = (on: string) => step(suspended(), on, { verb: 'resume', input: { reason: '评审结束', paper: null } })
const owing = () =>
  step(begin('2026-03-02', ['form', 'promise', 'zone-study']), '2026-03-03', {
    verb: 'accept',
    input: { owed: ['later', 'with-decision'], covered: [], awaiting: [] },
  })
const decided = (result: 'pass' | 'not_pass') =>
  step(accepted(), '2026-03-05', { verb: 'decide', input: { result, reason: '理由', remedies: '可以复议' } })
const correcting = () =>
  step(begin('2026-09-24'), '2026-09-25', {
    verb: 'correct',
    input: { reason: '缺章', papers: [{ ref: 'form', note: '缺章' }] },
  })
const withdrawing = () =>
  step(begin('2026-03-02'), '2026-03-03', { verb: 'requestWithdraw', input: { reason: '不办了' } })

const lines = ({ facts }: Walk, today: string) =>
  remindersOf(facts, { calendar, today }).map(
    (one) => `${one.on} ${one.clock} ${one.ref ?? ''} ${one.moment} ${one.round}`,
  )

describe('what the calendar wants of a case', () => {
  test.each<[string, Walk, string, string[]]>([
    [
      'the time to answer',
      begin('2026-03-02'),
      '2026-03-02',
      ['2026-03-05 receipt  warning 1', '2026-03-10 receipt  passed 1'],
    ],
    [
      'over the National Day holiday, whose make-up Saturday is worked',
      begin('2026-09-29'),
      '2026-09-29',
      ['2026-10-09 receipt  warning 1', '2026-10-13 receipt  passed 1'],
    ],
    [
      'both limits of an accepted case',
      accepted(),
      '2026-03-03',
      [
        ...['2026-03-06 promised  warning 1', '2026-03-11 promised  passed 1'],
        ...['2026-03-27 statutory  warning 1', '2026-04-01 statutory  passed 1'],
      ],
    ],
    [
      'a due day that is over is not warned of',
      accepted(),
      '2026-03-31',
      ['2026-03-11 promised  passed 1', '2026-03-27 statutory  warning 1', '2026-04-01 statutory  passed 1'],
    ],
    [
      'of what is suspended only the length that was promised',
      suspended(),
      '2026-03-20',
      ['2026-03-20 procedure  passed 1'],
    ],
    [
      'the moved days of the next round',
      resumed('2026-03-19'),
      '2026-03-19',
      [
        ...['2026-03-20 promised  warning 2', '2026-03-25 promised  passed 2'],
        ...['2026-04-10 statutory  warning 2', '2026-04-15 statutory  passed 2'],
      ],
    ],
    [
      'an owed paper with days of its own',
      owing(),
      '2026-03-03',
      [
        ...[
          '2026-03-04 owed later warning 1',
          '2026-03-06 promised  warning 1',
          '2026-03-06 owed with-decision warning 1',
        ],
        ...[
          '2026-03-09 owed later passed 1',
          '2026-03-11 promised  passed 1',
          '2026-03-11 owed with-decision passed 1',
        ],
        ...['2026-03-27 statutory  warning 1', '2026-04-01 statutory  passed 1'],
      ],
    ],
    ['a correction that does not come', correcting(), '2026-09-25', ['2026-10-09 correction  waiting 1']],
    ['nobody must answer what is being withdrawn', withdrawing(), '2026-03-03', []],
    [
      'of a passed case only the delivery',
      decided('pass'),
      '2026-03-05',
      ['2026-03-17 delivery  warning 1', '2026-03-20 delivery  passed 1'],
    ],
    ['nothing of what did not pass', decided('not_pass'), '2026-03-05', []],
  ])('%s', (_, walk, today, expected) => {
    expect(lines(walk, today)).toEqual(expected)
  })

  test('late in one round stays one round, although it is suspended and resumed afterwards', () => {
    const input = { reason: '专家评审', procedure: 'expertReview', promisedDays: 2, paper: null } as const
    const late = step(accepted(), '2026-03-16', { verb: 'suspend', input })
    const again = step(late, '2026-03-18', { verb: 'resume', input: { reason: '评审结束', paper: null } })
    expect(lines(again, '2026-03-18')[0]).toBe('2026-03-11 promised  passed 1')
  })
})

describe('the next look', () => {
  const at = (on: string, now: string) =>
    nextLook([{ clock: 'receipt', ref: null, moment: 'passed', round: 1, on, dueOn: on }], {
      calendar,
      now: new Date(now),
    })
  test.each([
    ['on the morning of the day', '2026-03-10', '2026-03-06T02:00:00Z', '2026-03-10T01:00:00.000Z'],
    ['today when the office has not opened yet', '2026-03-10', '2026-03-10T00:59:59Z', '2026-03-10T01:00:00.000Z'],
    [
      'on the next morning for what should have been said before',
      '2026-03-03',
      '2026-03-06T01:00:00Z',
      '2026-03-09T01:00:00.000Z',
    ],
    ['after the holiday', '2026-09-30', '2026-10-01T02:00:00Z', '2026-10-08T01:00:00.000Z'],
    ['on a Saturday that is worked', '2026-10-10', '2026-10-09T02:00:00Z', '2026-10-10T01:00:00.000Z'],
    ['after five working days for what lies far off', '2026-06-01', '2026-03-02T02:00:00Z', '2026-03-09T01:00:00.000Z'],
  ])('is %s', (_, on, now, expected) => {
    expect(at(on, now)?.toISOString()).toBe(expected)
  })

  test('is none when nothing is left to say', () => {
    expect(nextLook([], { calendar, now: new Date('2026-03-02T02:00:00Z') })).toBeNull()
  })
})

const daysAfter = 60

/** What is said when the case is looked at whenever it asked for it, by the day on which it is said. */
function saidByLooks(facts: CaseFacts): Map<string, string> {
  const said = new Map<string, string>()
  const last = dayFromNumber(dayNumber(facts.lastOn) + daysAfter)
  let now = new Date(`${facts.lastOn}T02:00:00Z`)
  for (;;) {
    const today = legalDayOf(now)
    const pending = remindersOf(facts, { calendar, today }).filter((one) => !said.has(reminderKey(one)))
    const due = today === facts.lastOn ? [] : dueOf(pending, today)
    for (const one of due) said.set(reminderKey(one), today)
    const next = nextLook(
      pending.filter((one) => !due.includes(one)),
      { calendar, now },
    )
    if (next === null || legalDayOf(next) > last) return said
    now = next
  }
}

/** The same by walking through the days and reading what every clock shows on each working day. */
function saidByDays(facts: CaseFacts): Map<string, string> {
  const said = new Map<string, string>()
  const withdrawn = facts.state === 'withdrawal_requested'
  const open = facts.clocks.filter((item) => !isEnded(item))
  for (let day = dayNumber(facts.lastOn) + 1; day <= dayNumber(facts.lastOn) + daysAfter; day++) {
    if (!isWorkday(calendar, day)) continue
    const today = dayFromNumber(day)
    for (const { kind, ref, clock } of open) {
      if (withdrawn && ['receipt', 'recheck'].includes(kind)) continue
      const { colour } = clockOn(clock, { calendar, today })
      const began = clock.ledger.findLast((entry) => entry.kind === 'started' || entry.kind === 'resumed')?.on ?? today
      const moment = colour === 'overdue' ? 'passed' : colour === 'warning' && today > began ? 'warning' : null
      const key = moment && `${kind}:${ref ?? ''}:${moment}`
      if (key !== null && !said.has(key)) said.set(key, today)
    }
  }
  return said
}

const withoutRounds = (said: Map<string, string>) =>
  [...said]
    .filter(([key]) => !key.startsWith('correction'))
    .map(([key, on]) => `${key.replace(/:\d+$/, '')} ${on}`)
    .sort()

describe('any walk', () => {
  test('is reminded of on the days on which its clocks turn, each once', () => {
    let reminders = 0
    fc.assert(
      fc.property(walks, (plan) => {
        const { facts } = walkOn(plan, () => undefined)
        const said = withoutRounds(saidByLooks(facts))
        reminders += said.length
        expect(said).toEqual(withoutRounds(saidByDays(facts)))
      }),
      { numRuns: 1500, seed: 20260302 },
    )
    expect(reminders).toBeGreaterThan(1000)
  })

  test('that nobody answers is accepted from its receipt, by the same action however late it is recorded', () => {
    let lapsed = 0
    const actor = { id: null, name: 'system' }
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 40 }), (plan, later) => {
        const { facts, actions } = walkOn(plan, () => undefined)
        const today = dayFromNumber(dayNumber(facts.lastOn) + later)
        const given = { calendar, actor, committed: new Set(['promise']) }
        const action = deemAcceptance(facts, { ...given, today })
        const { deemedAcceptedOn } = subjectOf(facts, { calendar, today })
        if (action === null) {
          // By law it is accepted from the day after; the program says so on the next working day.
          if (facts.acceptedOn === null && deemedAcceptedOn !== null)
            expect(isWorkday(calendar, dayNumber(today))).toBe(false)
          return
        }
        lapsed++
        const after = applyAction(facts, action)
        expect(after).toMatchObject({ state: 'accepted', acceptedOn: deemedAcceptedOn, deemedAcceptedOn })
        expect(foldActions([...actions, action])).toEqual(after)
        expect(after.papers.every(({ status }) => ['accepted', 'owed', 'replaced'].includes(status))).toBe(true)
        expect(action.on >= facts.lastOn && action.on <= today).toBe(true)
        expect(deemAcceptance(facts, { ...given, today: dayFromNumber(dayNumber(today) + 9) })).toEqual(action)
        expect(deemAcceptance(after, { ...given, today: dayFromNumber(dayNumber(today) + 9) })).toBeNull()
      }),
      { numRuns: 1500, seed: 20260302 },
    )
    expect(lapsed).toBeGreaterThan(50)
  })
})
