import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { markedProgressOf } from '../../cases/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import type { PlanInputs } from '../../plans/contract/difference.ts'
import { type PlanMeans, zoneTerms } from '../../plans/server/api.ts'
import type { RunningProject } from '../../projects/server/api.ts'

export interface Known {
  readonly inputs: PlanInputs
  readonly means: PlanMeans
}

/** All that the plan of a project is computed from as of now, and the versions of the catalogue that are needed to compute it. */
export async function inputsOf(
  db: Database,
  context: RequestContext,
  { project, versions }: { readonly project: RunningProject; readonly versions: readonly string[] },
): Promise<Known> {
  const zone = zoneOf(context)
  const { switches, calendarMark, calendar } = await zoneTerms(db, zone.code)
  const { facts, startOn, catalogueVersionId } = project.basis
  const progress = await markedProgressOf(db, zone, { projectId: project.id, now: context.now, calendar })
  const catalogues = new Map<string, Awaited<ReturnType<typeof pinnedCatalogue>>['compiled']>()
  for (const id of new Set([...versions, catalogueVersionId])) {
    catalogues.set(id, (await pinnedCatalogue(db, id)).compiled)
  }
  return {
    inputs: { facts, startOn, catalogueVersionId, switches, calendar: calendarMark, ...progress },
    means: { calendar, catalogueOf: (id) => getOne(catalogues, id) },
  }
}

function getOne<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id)
  if (found !== undefined) return found
  throw new RangeError(`the catalogue ${id} was not loaded`)
}
