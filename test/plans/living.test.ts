import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar, type CalendarYear } from '../../src/kernel/calendar.ts'
import { laterOf } from '../../src/kernel/order.ts'
import { addWorkdays } from '../../src/kernel/workdays.ts'
import type { Catalogue } from '../../src/modules/matters/contract/catalogue.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import type { Difference, Kept, PlanInputs } from '../../src/modules/plans/contract/difference.ts'
import { switchesOf } from '../../src/modules/plans/contract/scenario.ts'
import { keep, type Means, replan } from '../../src/modules/plans/domain/replan.ts'
import { switchNames } from '../../src/modules/zones/contract/switches.ts'
import { oracleFinishes } from '../oracle/running.ts'
import { calendar, catalogue, compiled, fees, holds, projects, start, years } from './given.ts'

/** A later version of the catalogue: some limits are shorter, one is longer, a matter is gone that nobody else waits for. */
const revised: Catalogue = {
  ...catalogue,
  asOf: `${catalogue.asOf}, revised`,
  matters: catalogue.matters.map((matter, i) => {
    const { committed } = matter.handling
    const days = i % 3 === 0 ? Math.ceil(committed.days / 2) : i % 7 === 0 ? committed.days + 4 : committed.days
    return { ...matter, handling: { ...matter.handling, committed: { ...committed, days } } }
  }),
}
const versions: Record<string, { catalogue: Catalogue; compiled: typeof compiled }> = {
  first: { catalogue, compiled },
  revised: { catalogue: revised, compiled: compileCatalogue(revised, fees) },
}
/** A notice corrected afterwards: two more days off in spring, one weekend worked instead. */
const corrected: CalendarYear[] = years.map((year) =>
  year.year === 2026
    ? { ...year, off: [...year.off, '2026-04-08', '2026-04-09'], work: [...year.work, '2026-04-11'] }
    : year,
)
const calendars: Record<string, { years: CalendarYear[]; calendar: typeof calendar }> = {
  notice: { years, calendar },
  corrected: { years: corrected, calendar: buildCalendar(corrected) },
}

const meansFor = (inputs: PlanInputs): Means => ({
  calendar: calendars[inputs.calendar]?.calendar ?? calendar,
  catalogueOf: (id) => versions[id]?.compiled ?? compiled,
})

/** One event, as numbers that are read against the state in which it happens. */
interface Draw {
  readonly kind:
    | 'file'
    | 'decide'
    | 'stretch'
    | 'withdraw'
    | 'days'
    | 'fact'
    | 'reform'
    | 'catalogue'
    | 'calendar'
    | 'start'
  readonly pick: number
  readonly days: number
  /** This many days before it was told. */
  readonly late: number
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant<'file'>('file') },
    { weight: 7, arbitrary: fc.constant<'decide'>('decide') },
    { weight: 2, arbitrary: fc.constantFrom<'stretch' | 'withdraw'>('stretch', 'withdraw') },
    { weight: 3, arbitrary: fc.constant<'days'>('days') },
    { weight: 4, arbitrary: fc.constantFrom<'fact' | 'reform'>('fact', 'reform') },
    { weight: 7, arbitrary: fc.constantFrom<'catalogue' | 'calendar' | 'start'>('catalogue', 'calendar', 'start') },
  ),
  pick: fc.nat(10_000),
  days: fc.integer({ min: 0, max: 9 }),
  late: fc.integer({ min: 0, max: 3 }),
})

interface Told {
  readonly now: PlanInputs
  readonly matters: readonly string[]
}

/** What the event makes of what is known, independent of any plan that was kept. */
function happen(at: PlanInputs, { kind, pick, days, late }: Draw): Told {
  const cal = meansFor(at).calendar
  const today = addWorkdays(cal, at.today, days)
  const day = addWorkdays(cal, at.today, Math.max(0, days - late))
  const open = Object.entries(at.matters).filter(([, past]) => past.finished === undefined)
  const moved = { ...at, today }
  const some = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)]
  const withPast = (code: string, past: PlanInputs['matters'][string] | undefined): Told => {
    const { [code]: _, ...others } = moved.matters
    const matters = past === undefined ? others : { ...others, [code]: past }
    return { now: { ...moved, matters, marks: { ...moved.marks, [code]: `${pick}/${day}/${kind}` } }, matters: [code] }
  }
  switch (kind) {
    case 'file': {
      const code = some(catalogue.matters.filter((m) => at.matters[m.code] === undefined))?.code
      return code === undefined ? { now: moved, matters: [] } : withPast(code, { filed: day })
    }
    case 'decide':
    case 'stretch':
    case 'withdraw': {
      const [code, past] = some(open) ?? []
      if (code === undefined || past === undefined) return { now: moved, matters: [] }
      if (kind === 'withdraw') return withPast(code, undefined)
      const end = kind === 'decide' ? { finished: laterOf(past.filed, day) } : { expected: addWorkdays(cal, day, days) }
      return withPast(code, { filed: past.filed, ...end })
    }
    case 'fact': {
      const fact = some(catalogue.facts)
      if (fact === undefined) return { now: moved, matters: [] }
      const values =
        fact.type === 'boolean'
          ? [true, false, null]
          : fact.type === 'number'
            ? [pick % 200, null]
            : [...(fact.options ?? []).map((o) => o.value), null]
      return {
        now: { ...moved, facts: { ...moved.facts, [fact.code]: values[days % values.length] ?? null } },
        matters: [],
      }
    }
    case 'reform': {
      const name = some(switchNames.filter((one) => one !== 'parallel'))
      return name === undefined
        ? { now: moved, matters: [] }
        : { now: { ...moved, switches: { ...moved.switches, [name]: !moved.switches[name] } }, matters: [] }
    }
    case 'catalogue':
      return {
        now: { ...moved, catalogueVersionId: at.catalogueVersionId === 'first' ? 'revised' : 'first' },
        matters: [],
      }
    case 'calendar':
      return { now: { ...moved, calendar: at.calendar === 'notice' ? 'corrected' : 'notice' }, matters: [] }
    case 'start':
      return { now: { ...moved, startOn: addWorkdays(cal, '2026-02-24', days) }, matters: [] }
    case 'days':
      return { now: moved, matters: [] }
  }
}

const begin: PlanInputs = {
  facts: projects[0]?.facts ?? {},
  startOn: start,
  catalogueVersionId: 'first',
  switches: switchesOf.reform,
  calendar: 'notice',
  today: start,
  matters: {},
  marks: {},
}

/** The permit by a fresh plan of the second implementation, with nothing but the past that is fixed. */
function freshPermit({ facts, startOn, catalogueVersionId, switches, calendar: name, today, matters }: PlanInputs) {
  return (
    oracleFinishes({
      catalogue: versions[catalogueVersionId]?.catalogue ?? catalogue,
      years: calendars[name]?.years ?? years,
      ...{ facts, start: startOn, switches, progress: { today, matters } },
    }).get('construction-permit') ?? null
  )
}

const permitMoves = (differences: readonly Difference[]) =>
  differences.flatMap(({ milestones }) => milestones.filter(({ name }) => name === 'permit'))

describe('a living plan', () => {
  test('after each of 1,000 random events has the permit where a fresh plan with the same fixed past has it', () => {
    const seen = new Map<string, number>()
    let events = 0
    let moves = 0
    const property = fc.property(fc.array(draw, { minLength: 25, maxLength: 25 }), (draws) => {
      let kept: Kept = keep(begin, meansFor(begin))
      for (const one of draws) {
        const { now, matters } = happen(kept.inputs, one)
        const before = kept.plan.milestones.permit
        const next = replan(kept, now, { ...meansFor(now), matters })
        expect(next.kept.plan.milestones.permit, JSON.stringify(one)).toBe(freshPermit(now))
        expect(next.kept.inputs).toEqual(now)
        const told = permitMoves(next.differences)
        const sum = told.reduce((total, { days }) => total + (days ?? 0), 0)
        const shifts = now.calendar !== kept.inputs.calendar || now.startOn !== kept.inputs.startOn
        const after = next.kept.plan.milestones.permit
        if (!shifts && told.every(({ days }) => days !== null)) expect(sum).toBe((after ?? 0) - (before ?? 0))
        if (told.length === 0 && !shifts) expect(after).toBe(before)
        expect(replan(next.kept, now, { ...meansFor(now), matters }).differences).toEqual([])
        events += 1
        moves += told.length
        for (const { cause } of next.differences) seen.set(cause, (seen.get(cause) ?? 0) + 1)
        kept = next.kept
      }
    })
    holds(property, 40)
    expect(events).toBeGreaterThanOrEqual(1000)
    expect(moves).toBeGreaterThan(200)
    for (const cause of ['case', 'time', 'basis', 'reforms', 'catalogue', 'calendar'])
      expect(seen.get(cause)).toBeGreaterThan(3)
  }, 120_000)
})
