import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import type { PlaceRow, PlanRow } from './table.ts'

/** Places that are in use on a day; one whose opening nobody entered counts as in use. */
export async function placesOn(db: Database, zoneId: string, day: Day): Promise<PlaceRow[]> {
  return db
    .selectFrom('spatial.places')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where((is) => is.or([is('opened_on', 'is', null), is('opened_on', '<=', day)]))
    .where((is) => is.or([is('closed_on', 'is', null), is('closed_on', '>', day)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Places of every time. */
export async function listPlaces(db: Database, zoneId: string): Promise<PlaceRow[]> {
  return db
    .selectFrom('spatial.places')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function listPlans(db: Database, zoneId: string): Promise<PlanRow[]> {
  return db
    .selectFrom('spatial.plans')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('level')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** By place, how many stand there on a day. */
export async function occupantsOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('spatial.occupants')
    .select(['place_id', (of) => of.fn.countAll<string>().as('count')])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('since', '<=', day)
    .where((is) => is.or([is('until', 'is', null), is('until', '>=', day)]))
    .groupBy('place_id')
    .execute()
  return new Map(rows.map(({ place_id, count }) => [place_id, Number(count)]))
}
