import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import { listParcels, parcelShapes } from '../../parcels/server/api.ts'
import type { LandUse } from '../contract/spatial-plan.ts'
import type { Layout } from '../contract.ts'
import { conflictsOf } from '../domain/conflicts.ts'
import { plansInForce } from './ground.ts'

/** What a parcel is supplied for, as the plans call it; research is a public service there (0802). */
const usesOf: Readonly<Record<string, readonly LandUse[]>> = {
  industrial: ['industrial'],
  storage: ['storage'],
  research: ['public'],
  commercial: ['commercial'],
  public: ['public', 'utilities'],
}

/** Parcels that are against the plans in force, and how many nobody has drawn. */
export async function parcelConflicts(
  db: Database,
  zoneId: string,
  day: Day,
): Promise<Pick<Layout, 'conflicts' | 'undrawn'>> {
  const plans = await plansInForce(db, zoneId, day)
  const shapes = new Map((await parcelShapes(db, zoneId)).map(({ parcelId, shape }) => [parcelId, shape]))
  const parcels = await listParcels(db, zoneId)
  const conflicts = parcels.flatMap(({ id, code, name, landUse }) =>
    conflictsOf({ ground: shapes.get(id) ?? null, uses: usesOf[landUse] ?? null }, plans).map((text) => ({
      ...{ id, name: `${code} ${name}`, text },
    })),
  )
  return { conflicts, undrawn: parcels.filter(({ id }) => !shapes.has(id)).length }
}
