import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import { type Standing, standingOn } from '../domain/occupancy.ts'
import { chargeFor, monthsOf } from '../domain/rent.ts'
import { spansOf } from './store.ts'

/** By unit, who has it on a day or since when it is free, from leases alone; units never let are not in it. Needs the zone's context. */
export async function standings(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, Standing>> {
  const spans = await spansOf(db, zoneId)
  return new Map(spans.map(({ unit }) => [unit, standingOn(unit, spans, day)]))
}

/** @public By unit, the enterprise that has it on lease on a day. Needs the zone's context. */
export async function lesseesOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, string>> {
  const spans = await spansOf(db, zoneId)
  return new Map(spans.filter(({ from, to }) => from <= day && day <= to).map(({ unit, lessee }) => [unit, lessee]))
}

/** @public What one rate (yuan per m² and month) comes to in the calendar months of a term, by the rule of rents; all days included. */
export function chargesByMonth({ rate, ...term }: { startsOn: Day; endsOn: Day; areaSqm: string; rate: string }) {
  const charge = { ...term, steps: [{ from: term.startsOn, rate }], freePeriods: [] }
  return monthsOf(charge, term.endsOn).map((month) => ({ ...month, amount: chargeFor(charge, month) }))
}
