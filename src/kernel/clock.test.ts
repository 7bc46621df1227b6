import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type CalendarYear, type Day, dayFromNumber, dayNumber } from './calendar.ts'
import { type Clock, type ClockEntry, enter, startClock } from './clock.ts'
import { clockOn } from './clock-state.ts'
import { Problem } from './problem.ts'

const notice: CalendarYear = {
  year: 2026,
  off: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  work: ['2026-10-10', '2026-09-20'],
}
const calendar = buildCalendar([notice])
const told = { reason: '专家评审', paper: '〔2026〕12号' }
const workdays = (days: number) => startClock({ days, unit: 'workday' }, '2026-09-28')

describe('a clock of working days', () => {
  it('starts on the day after acceptance and is due on the last day counted', () => {
    expect(clockOn(workdays(5), { calendar, today: '2026-09-28' })).toEqual({
      total: 5,
      used: 0,
      left: 5,
      dueOn: '2026-10-10',
      late: 0,
      colour: 'normal',
      provisional: false,
    })
  })

  it.each([
    ['2026-09-27', 0, 5, 0, 'normal'],
    ['2026-09-30', 2, 3, 0, 'normal'],
    ['2026-10-07', 2, 3, 0, 'normal'],
    ['2026-10-08', 3, 2, 0, 'warning'],
    ['2026-10-10', 5, 0, 0, 'warning'],
    ['2026-10-11', 5, 0, 0, 'overdue'],
    ['2026-10-13', 7, 0, 2, 'overdue'],
  ] as const)('of five days from 09-29 with 10-10 worked: on %s used %i, left %i, late %i, %s', (...row) => {
    const [today, used, left, late, colour] = row
    const clock = startClock({ days: 5, unit: 'workday' }, '2026-09-28')
    expect(clockOn(clock, { calendar, today })).toMatchObject({
      ...{ used, left, late, colour, dueOn: '2026-10-10' },
    })
  })

  it('stands still while suspended: the day of the suspension counts, the day of the resumption does not', () => {
    const suspended = enter(workdays(5), { kind: 'suspended', on: '2026-09-29', promisedDays: 3, ...told })
    expect(clockOn(suspended, { calendar, today: '2026-12-01' })).toMatchObject({
      ...{ used: 1, left: 4, dueOn: null, colour: 'suspended', late: 0 },
    })
    const resumed = enter(suspended, { kind: 'resumed', on: '2026-10-12', ...told })
    expect(clockOn(resumed, { calendar, today: '2026-10-12' })).toMatchObject({ used: 1, dueOn: '2026-10-16' })
  })

  it('gets more days by an extension, and stays as it was once it has ended', () => {
    const extended = enter(workdays(5), { kind: 'extended', on: '2026-10-08', days: 10, ...told })
    expect(clockOn(extended, { calendar, today: '2026-10-08' })).toMatchObject({ total: 15, dueOn: '2026-10-23' })
    expect(clockOn(extended, { calendar, today: '2026-09-30' })).toMatchObject({ total: 5, dueOn: '2026-10-10' })
    const ended = enter(workdays(5), { kind: 'ended', on: '2026-10-13' })
    expect(clockOn(ended, { calendar, today: '2027-10-12' })).toMatchObject({ used: 7, late: 2, colour: 'overdue' })
    const inTime = enter(workdays(5), { kind: 'ended', on: '2026-10-09' })
    expect(clockOn(inTime, { calendar, today: '2027-10-12' })).toMatchObject({ late: 0, colour: 'normal' })
  })

  it('that is late stays late when it is suspended', () => {
    const late = enter(workdays(5), { kind: 'suspended', on: '2026-10-13', ...told })
    expect(clockOn(late, { calendar, today: '2026-12-01' })).toMatchObject({ colour: 'overdue', late: 2 })
  })
})

it('a clock of calendar days moves off a holiday to the next working day, and warns of provisional years', () => {
  const clock = startClock({ days: 7, unit: 'calendarDay' }, '2026-09-29')
  expect(clockOn(clock, { calendar, today: '2026-10-06' })).toMatchObject({ used: 7, left: 2, dueOn: '2026-10-08' })
  expect(clockOn(clock, { calendar, today: '2026-10-09' })).toMatchObject({ late: 1, colour: 'overdue' })
  const long = startClock({ days: 365, unit: 'calendarDay' }, '2026-09-29')
  expect(clockOn(long, { calendar, today: '2026-10-06' }).provisional).toBe(true)
})

describe('the ledger refuses', () => {
  const started = workdays(5)
  const suspended = enter(started, { kind: 'suspended', on: '2026-09-30', ...told })
  const ended = enter(started, { kind: 'ended', on: '2026-09-30' })
  it.each<[string, Clock, ClockEntry, string]>([
    ['a second start', started, { kind: 'started', on: '2026-10-01' }, 'clock.not_possible'],
    ['a second suspension', suspended, { kind: 'suspended', on: '2026-10-01', ...told }, 'clock.not_possible'],
    ['to resume what runs', started, { kind: 'resumed', on: '2026-10-01', ...told }, 'clock.not_possible'],
    ['anything after the end', ended, { kind: 'extended', on: '2026-10-01', days: 1, ...told }, 'clock.not_possible'],
    ['a day before the last', suspended, { kind: 'resumed', on: '2026-09-29', ...told }, 'clock.out_of_order'],
    ['no reason', suspended, { kind: 'resumed', on: '2026-10-01', reason: ' ', paper: null }, 'clock.no_reason'],
    ['fewer days', started, { kind: 'extended', on: '2026-10-01', days: -1, ...told }, 'calendar.not_a_limit'],
    ['a date that is none', started, { kind: 'ended', on: '2026-09-31' }, 'calendar.not_a_date'],
  ])('%s', (_, clock, entry, code) => {
    expect(() => enter(clock, entry)).toThrow(Problem)
    expect(() => enter(clock, entry)).toThrow(expect.objectContaining({ code }))
  })

  it('a budget below zero', () => {
    expect(() => startClock({ days: -1, unit: 'workday' }, '2026-09-28')).toThrow(Problem)
  })
})

/** An independent calculator: one day after the other, with the notice's own lists. */
function walkClock(clock: Clock, years: readonly CalendarYear[], today: Day) {
  const works = (day: Day) => {
    if (years.some((y) => y.work.includes(day))) return true
    if (years.some((y) => y.off.includes(day))) return false
    return ![0, 6].includes(new Date(day).getUTCDay())
  }
  const seen = clock.ledger.filter((e) => e.on <= today)
  const total = clock.budget.days + seen.reduce((sum, e) => sum + (e.kind === 'extended' ? e.days : 0), 0)
  const end = seen.find((e) => e.kind === 'ended')?.on ?? today
  const first = Date.parse(clock.ledger[0]?.on ?? '')
  const walked: { day: Day; counted: boolean; sum: number }[] = []
  let running = false
  let sum = 0
  for (let i = 0; i < 1500; i++) {
    const day = new Date(first + i * 86_400_000).toISOString().slice(0, 10)
    const counted = running && (clock.budget.unit === 'calendarDay' || works(day))
    if (counted) sum++
    walked.push({ day, counted, sum })
    for (const { kind } of clock.ledger.filter((e) => e.on === day && (i === 0 || e.on <= today))) {
      if (kind === 'suspended') running = false
      if (kind === 'started' || kind === 'resumed') running = true
    }
  }
  const reached = walked.find((w) => w.sum >= total)
  const due = reached && walked.find((w) => w.day >= reached.day && works(w.day))?.day
  const used = walked.filter((w) => w.counted && w.day <= end).length
  const late = due ? walked.filter((w) => w.counted && w.day > due && w.day <= end).length : 0
  return { total, used, late, due: due ?? null }
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('suspended', 'resumed', 'extended', 'ended'),
    gap: fc.integer({ min: 0, max: 25 }),
    days: fc.integer({ min: 0, max: 15 }),
  }),
  { maxLength: 8 },
)
const clocks = fc
  .record({
    days: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('workday', 'calendarDay'),
    start: fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2027-03-01') }),
    steps,
  })
  .map(({ days, unit, start, steps }) => {
    let clock = startClock({ days, unit }, dayFromNumber(start))
    let on = start
    for (const step of steps) {
      on += step.gap
      const entry = { kind: step.kind, on: dayFromNumber(on), days: step.days, ...told } as ClockEntry
      try {
        clock = enter(clock, entry)
      } catch {}
    }
    return clock
  })

const weekdaysOff = fc
  .uniqueArray(fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }), { maxLength: 30 })
  .map((days): CalendarYear => {
    const weekend = (day: number) => [0, 6].includes(new Date(day * 86_400_000).getUTCDay())
    const off = days.filter((d) => !weekend(d)).map(dayFromNumber)
    return { year: 2026, off, work: days.filter(weekend).map(dayFromNumber) }
  })

it('agrees with a calculator that walks day by day, before and after the calendar is corrected', () => {
  const today = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(clocks, today, weekdaysOff, weekdaysOff, (clock, after, before, corrected) => {
      const day = dayFromNumber(dayNumber(clock.ledger[0]?.on ?? '') + after)
      for (const year of [before, corrected]) {
        const state = clockOn(clock, { calendar: buildCalendar([year]), today: day })
        const { total, used, late, due } = walkClock(clock, [year], day)
        expect(state).toMatchObject({ total, used, late, dueOn: due })
        expect(state.left).toBeGreaterThanOrEqual(0)
        if (clock.budget.unit === 'workday' && total > 0) expect(state.left).toBe(Math.max(0, total - used))
      }
    }),
    { numRuns: 400 },
  )
})
