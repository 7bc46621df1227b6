import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import type { CalendarYear } from '../../src/kernel/calendar.ts'
import { actionOf } from '../../src/modules/cases/server/rows.ts'
import { casesIn, listActions, withFacts } from '../../src/modules/cases/server/store.ts'
import { inZone } from '../../src/platform/database.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { workOnce, worksOf } from '../../src/platform/worker/work.ts'
import { withClient } from '../setup/client.ts'
import { demoDay, startDemo } from '../support/demo.ts'
import { years } from './given-years.ts'
import { readLimit } from './law-calculator.ts'
import { corrected, isWorked, type Notices, nextDay } from './law-calendar.ts'
import { limitsOf, type NamedLimit } from './law-clocks.ts'

const from = demoDay
const until = '2027-11-22'
/** The worker stands still for a whole week, in which limits run out; the correction of the calendar falls right before it. */
const outage = Array.from({ length: 7 }, (_, n) => nextDay('2026-12-02', n))
/** The notice of 2027 as it might be; until it is loaded only weekends of that year are off. */
const notice = {
  on: '2026-12-10',
  off: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-10-01', '2027-10-04'],
  work: ['2027-02-06', '2027-10-09'],
}
/** On 1 December the zone announces that it closes on two days and works on a Saturday. */
const correction = { on: '2026-12-01', off: ['2026-12-03', '2026-12-04'], work: ['2026-12-05'] }

const demo = startDemo(['jiexiu'])
const log = pino({ level: 'silent' })
const notices: Notices = {
  off: new Set(years.flatMap(({ off }: CalendarYear) => off)),
  work: new Set(years.flatMap(({ work }: CalendarYear) => work)),
}
const steps = [correction, notice]

/** As it stands on a day: what was announced later is not known yet. */
function calendarOn(day: string): Notices {
  return steps
    .filter(({ on }) => on <= day)
    .reduce((known, { off, work }) => {
      const days = [
        ...off.map((one) => ({ day: one, worked: false })),
        ...work.map((one) => ({ day: one, worked: true })),
      ]
      return corrected(known, days)
    }, notices)
}

let zone: ZoneRef

beforeAll(async () => {
  const [found] = (await demo().zones()).filter(({ code }) => code === 'jiexiu')
  if (!found) throw new Error('no jiexiu')
  zone = found
})

async function ask<T extends object>(sql: string, ...values: unknown[]): Promise<T[]> {
  return withClient(demo().ownerUrl, async (c) => (await c.query<T>(sql, values)).rows)
}

/** Every morning at nine the worker does what is due; on the days of the outage it does not run. */
async function replay(): Promise<void> {
  const works = worksOf(await loadModules())
  for (let day = from; day <= until; day = nextDay(day)) {
    if (day === correction.on) await correct()
    if (day === notice.on) await publish()
    if (outage.includes(day)) continue
    const now = new Date(`${day}T01:00:00Z`)
    while (await workOnce({ db: demo().db, log, works }, zone, now));
  }
}

async function correct(): Promise<void> {
  for (const [days, worked] of [
    [correction.off, false],
    [correction.work, true],
  ] as const) {
    for (const day of days) {
      await ask(
        `insert into zones.calendar_days (zone_id, id, version, created_at, created_by, updated_at, updated_by, day, worked, reason)
         values ($1, gen_random_uuid(), 1, $2, 'test', $2, 'test', $3, $4, '更正')`,
        ...[zone.id, `${correction.on}T00:00:00Z`, day, worked],
      )
    }
  }
}

async function publish(): Promise<void> {
  await ask(
    `insert into zones.calendar_years (year, days_off, days_worked, source, confidence) values (2027, $1, $2, 'test', 'E')`,
    ...[notice.off, notice.work],
  )
}

interface Case {
  readonly id: string
  /** The day on which the law accepted it: before that nobody knew of the limits that follow. */
  readonly deemedOn: string | null
  readonly limits: readonly NamedLimit[]
}

/** What every case has of limits, by its actions alone. */
async function allCases(): Promise<Case[]> {
  return inZone(demo().db, zone.id, async (db) => {
    const rows = await casesIn(db, { zoneId: zone.id, enterpriseId: undefined }).execute()
    const cases: Case[] = []
    for (const { row, facts } of await withFacts(db, zone.id, rows)) {
      const actions = (await listActions(db, zone.id, row.id)).map(actionOf)
      const supply = new Map(facts.papers.map(({ ref, supplyBy }) => [ref, supplyBy]))
      const deemedOn = actions.find(({ verb }) => verb === 'deemAccepted')?.on ?? null
      cases.push({ id: row.id, deemedOn, limits: limitsOf(actions, facts.limits, supply) })
    }
    return cases
  })
}

/** The mornings on which the worker ran and a limit was open and past its day, by the law's text. */
function firstLateMorning(limit: NamedLimit, away: readonly string[] = outage): string | null {
  for (let day = from; day <= until; day = nextDay(day)) {
    const calendar = calendarOn(day)
    if (!isWorked(day, calendar) || away.includes(day)) continue
    const open = limit.events.every(({ what, on }) => what !== 'over' || on > day)
    if (limit.from <= day && open && readLimit(limit, day, calendar).overdue) return day
  }
  return null
}

/**
 * The first morning on which a limit that is still open is to be warned of, by the law's text and day by day: two working days before its
 * day, not on the day that set it going, not while it stands still. The timer was set before, so that the day is that of the calendar
 * known on the evening before: what is announced on the very morning counts from the next one on. Null when the limit ended before, or
 * when it falls into the time before the replay.
 */
function firstWarningMorning(limit: NamedLimit, knownFrom: string): string | null {
  for (let day = limit.from < knownFrom ? knownFrom : limit.from; day <= until; day = nextDay(day)) {
    const calendar = calendarOn(day)
    const events = limit.events.filter(({ on }) => on < day)
    if (limit.events.some(({ what, on }) => what === 'over' && on <= day)) return null
    const began = events.findLast(({ what }) => what === 'go')?.on ?? limit.from
    const stands = events.findLast(({ what }) => what === 'go' || what === 'stop')?.what === 'stop'
    if (!isWorked(day, calendar) || outage.includes(day) || day <= began || stands) continue
    const known = calendarOn(nextDay(day, -1))
    const { dueOn, overdue } = readLimit(limit, day, known)
    if (dueOn === null) continue
    if (overdue) return null
    let left = 0
    for (let one = day; one < dueOn && left <= 2; ) {
      one = nextDay(one)
      if (isWorked(one, known)) left++
    }
    if (left <= 2) return day < from ? null : day
  }
  return null
}

it('a year with holidays, make-up days, seven days without the worker and a corrected calendar: every reminder once, none lost', async () => {
  const before = new Set((await ask<{ id: string }>('select id from cases.reminders')).map(({ id }) => id))
  await replay()
  expect(await ask(`select kind, error from jobs.timers where dead_at is not null or error is not null`)).toEqual([])
  const said = await ask<{ id: string; case_id: string; key: string; day: string; due: string }>(
    `select id, case_id, key, (created_at at time zone 'Asia/Shanghai')::date::text as day, due_on::text as due from cases.reminders`,
  )
  const lost: string[] = []
  let passed = 0
  let caughtUp = 0
  for (const { id, limits } of await allCases()) {
    for (const limit of limits) {
      const [kind = '', ref = ''] = limit.name.split(' ')
      const late = firstLateMorning(limit)
      // What lapsed while nobody answered is recorded as an acceptance on that very morning, and needs no reminder of its own.
      if (late === null || kind === 'receipt' || kind === 'recheck') continue
      const told = said.filter((one) => one.case_id === id && one.key.startsWith(`${kind}:${ref}:passed:`))
      if (told.length === 0) lost.push(`${id} ${limit.name} late on ${late}`)
      else passed++
      if (firstLateMorning(limit, []) !== late) caughtUp++
    }
  }
  expect(lost).toEqual([])
  // The week without the worker proves something only when a day of somebody's fell into it.
  expect(caughtUp).toBeGreaterThan(0)
  // Every warning that was due was sent once, on its day.
  const wanted: string[] = []
  const sent: string[] = []
  for (const { id, deemedOn, limits } of await allCases()) {
    for (const limit of limits) {
      const [kind = '', ref = ''] = limit.name.split(' ')
      const answer = kind === 'receipt' || kind === 'recheck'
      const due = firstWarningMorning(limit, answer ? limit.from : (deemedOn ?? limit.from))
      if (due !== null) wanted.push(`${id} ${kind} ${ref} ${due}`)
      const told = said.filter((one) => one.case_id === id && one.key.startsWith(`${kind}:${ref}:warning:`))
      for (const { day } of told.filter((one) => !before.has(one.id))) sent.push(`${id} ${kind} ${ref} ${day}`)
    }
  }
  expect(wanted.length).toBeGreaterThan(3)
  expect(sent.toSorted()).toEqual(wanted.toSorted())
  expect(passed).toBeGreaterThan(3)
  // None was said on a day off, in the outage, or after its day had come where it was a warning; and each came to an account once.
  const fresh = said.filter(({ id }) => !before.has(id))
  expect(fresh.length).toBeGreaterThan(3)
  for (const { day, key, due } of fresh) {
    expect([key, day, isWorked(day, calendarOn(day))]).toEqual([key, day, true])
    expect(outage).not.toContain(day)
    if (key.includes(':warning:')) expect([key, day <= due]).toEqual([key, true])
  }
  expect(await ask(`select account_id, key from jobs.notifications group by 1, 2 having count(*) > 1`)).toEqual([])
}, 240_000)
