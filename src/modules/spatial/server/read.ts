import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Layout } from '../contract.ts'
import { planStandings } from '../domain/plan-standing.ts'
import { factsOf } from './ground.ts'
import { parcelConflicts } from './parcels.ts'
import { listPlans, occupantsOn, placesOn } from './store.ts'

/** Cores, parks, bases and places in use today with how many stand there, and the plans. */
export async function readLayout(db: Database, context: RequestContext): Promise<Layout> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const places = await placesOn(db, zoneId, today)
  const occupants = await occupantsOn(db, zoneId, today)
  const plans = await listPlans(db, zoneId)
  const standings = planStandings(plans.map(factsOf), today)
  return {
    ...(await parcelConflicts(db, zoneId, today)),
    places: places.map(({ id, name, kind, within_id, industry, area_sqm, shape }) => ({
      ...{ id, name, kind, within: within_id, industry, occupants: occupants.get(id) ?? 0, drawn: shape !== null },
      areaSqm: area_sqm === null ? null : Number(area_sqm),
    })),
    plans: plans.map(({ id, name, level, document, approved_by, approved_on, valid_until, shape }) => ({
      ...{ id, name, level, document, approvedBy: approved_by, approvedOn: approved_on, validUntil: valid_until },
      ...{ standing: standings.get(id) ?? 'future', drawn: shape !== null },
    })),
  }
}
