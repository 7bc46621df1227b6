import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../src/kernel/calendar.ts'
import { type ReadClock, readClocks } from '../../src/modules/cases/domain/light.ts'
import { lapsedFrom } from '../../src/modules/cases/domain/subject.ts'
import { papers } from '../support/cases.ts'
import { years } from './given-years.ts'
import { readLimit } from './law-calculator.ts'
import { corrected, isWorked, type Notices, nextDay } from './law-calendar.ts'
import { limitsOf, type NamedLimit } from './law-clocks.ts'
import { type RandomCase, randomCase, randomFrom } from './random-case.ts'

const notices: Notices = {
  off: new Set(years.flatMap(({ off }) => off)),
  work: new Set(years.flatMap(({ work }) => work)),
}
const calendar = buildCalendar(years)
const supply = new Map(papers.map(({ ref, supplyBy }) => [ref, supplyBy]))
const seed = 20261129

const nameOf = ({ kind, ref }: Pick<ReadClock, 'kind' | 'ref'>) => (ref === null ? kind : `${kind} ${ref}`)

/** Every clock of the case by the product, and by the law's text. */
function bothOn({ facts, actions }: RandomCase, today: string, days: readonly { day: string; worked: boolean }[]) {
  const overrides = { off: days.filter(({ worked }) => !worked), work: days.filter(({ worked }) => worked) }
  const moment = {
    calendar:
      days.length === 0
        ? calendar
        : buildCalendar(years, {
            off: overrides.off.map(({ day }) => day),
            work: overrides.work.map(({ day }) => day),
          }),
    today,
  }
  const law = corrected(notices, days)
  const ours = readClocks(facts, moment).map(({ now, ...clock }) => ({
    name: nameOf(clock),
    ...{ total: now.total, used: now.used, left: now.left, dueOn: now.dueOn, late: now.late },
    overdue: now.colour === 'overdue',
  }))
  const limits = [...limitsOf(actions, facts.limits, supply), ...lapsedLimits({ facts, actions }, { today, law })]
  const theirs = limits.map((limit) => ({ name: limit.name, ...readLimit(limit, today, law) }))
  expect(lapsedFrom(facts, moment) !== null).toBe(limits.length > limitsOf(actions, facts.limits, supply).length)
  return { ours, theirs }
}

/** Nobody answered in five working days: accepted from the receipt by law, although nobody has recorded it (第32条). */
function lapsedLimits({ facts, actions }: RandomCase, { today, law }: { today: string; law: Notices }): NamedLimit[] {
  if (!['received', 'window_accepted', 'corrected'].includes(facts.state)) return []
  const answer = limitsOf(actions, facts.limits, supply).findLast(
    ({ name }) => name === 'receipt' || name === 'recheck',
  )
  if (!answer || answer.events.length > 0 || !readLimit(answer, today, law).overdue) return []
  const { statutory, promised } = facts.limits
  const same = { from: answer.from, events: [] }
  return [
    { name: 'statutory', ...statutory, ...same },
    { name: 'promised', ...promised, ...same },
  ]
}

describe('10,000 random cases over three years', () => {
  test('every clock equals what the text of the law gives, day by day: due, used, left, late', () => {
    const random = randomFrom(seed)
    const seen = new Map<string, number>()
    for (let n = 0; n < 10_000; n++) {
      const one = randomCase(random, calendar)
      const { ours, theirs } = bothOn(one, nextDay(one.facts.lastOn, random(60)), [])
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect({ n, clocks: ours }).toEqual({ n, clocks: theirs })
      for (const verb of new Set(one.actions.map((action) => action.verb))) seen.set(verb, (seen.get(verb) ?? 0) + 1)
    }
    for (const verb of [
      'suspend',
      'resume',
      'extend',
      'deemAccepted',
      'supply',
      'reverse',
      'concludeReview',
      'issue',
    ]) {
      expect([verb, (seen.get(verb) ?? 0) > 100]).toEqual([verb, true])
    }
  }, 120_000)

  test('after the calendar was corrected every clock is as if the corrected one had held from the start', () => {
    const random = randomFrom(seed + 1)
    let moved = 0
    for (let n = 0; n < 300; n++) {
      const one = randomCase(random, calendar)
      const today = nextDay(one.facts.lastOn, random(40))
      const days = Array.from({ length: 1 + random(4) }, () => {
        const day = nextDay(one.facts.receivedOn, random(60))
        return { day, worked: !isWorked(day, notices) }
      }).filter(({ day }, i, all) => all.findIndex((other) => other.day === day) === i)
      const before = bothOn(one, today, [])
      const { ours, theirs } = bothOn(one, today, days)
      expect({ n, clocks: ours }).toEqual({ n, clocks: theirs })
      if (JSON.stringify(before.ours) !== JSON.stringify(ours)) moved++
    }
    expect(moved).toBeGreaterThan(100)
  }, 120_000)
})

test('the calculator reads the law as the regulation has it', () => {
  const limit = { days: 20, unit: 'workday', from: '2026-09-21', events: [] } as const
  // From 21 September: 25 to 27 September and 1 to 7 October are off, 10 October is worked.
  expect(readLimit(limit, '2026-09-21', notices).dueOn).toBe('2026-10-26')
  expect(isWorked('2026-10-10', notices)).toBe(true)
  const ten = { days: 7, unit: 'calendarDay', from: '2026-09-29', events: [] } as const
  expect(readLimit(ten, '2026-09-29', notices).dueOn).toBe('2026-10-08')
})
