import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { OverviewRow } from '../contract/overview.ts'
import { assessmentGaps, servicingGaps } from '../domain/readiness.ts'
import { listParcels, parcelShapes } from './api.ts'
import { publishedOf } from './published.ts'
import { kindRules } from './rules.ts'

/** All parcels that are neither archived nor ended, by code. */
export async function overviewOf(db: Database, context: RequestContext): Promise<OverviewRow[]> {
  const zoneId = zoneOf(context).id
  const day = legalDayOf(context.now)
  const assessments = await publishedOf(db, zoneId)
  const shapes = new Map((await parcelShapes(db, zoneId)).map(({ parcelId, shape }) => [parcelId, shape]))
  return (await listParcels(db, zoneId)).map((one) => {
    const asked = { ground: one, assessments, rules: kindRules(day), day }
    const open = one.state === 'planned' || one.state === 'assessed'
    return {
      ...{ id: one.id, code: one.code, name: one.name, location: one.location, registeredSqm: one.registeredSqm },
      ...{ landKind: one.landKind, state: one.state, sideStates: [...one.sideStates] },
      ...{ voltageKv: one.voltageKv, steamTph: one.steamTph },
      gaps: open ? [...assessmentGaps(asked), ...servicingGaps(asked)] : [],
      ...{ shape: shapes.get(one.id) ?? null, sample: one.sample },
    }
  })
}
