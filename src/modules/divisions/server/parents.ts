import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Ending } from '../../parcels/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { holdsOn } from '../../supply/server/api.ts'
import type { Parent } from '../domain/divide.ts'

/** A parcel with all that hangs on it, as the rules see it. */
export async function parentOf(db: Database, context: RequestContext, ending: Ending): Promise<Parent> {
  const { parcel, shape, exceptions, projects } = ending
  const zoneId = zoneOf(context).id
  const year = Number(legalDayOf(context.now).slice(0, 4))
  const names = await projectNames(db, zoneId, projects)
  return {
    ...{ code: parcel.code, state: parcel.state, landUse: parcel.landUse, landKind: parcel.landKind },
    ...{ converted: parcel.converted, retiredOn: parcel.retiredOn, registeredSqm: parcel.registeredSqm },
    ...{ shape: shape?.shape ?? null, exceptions, projects: projects.map((id) => names.get(id) ?? '') },
    holds: await holdsOn(db, zoneId, { parcelId: parcel.id, year }),
  }
}
