import type { Database, ZoneRef } from '../../../platform/module.ts'
import { progressOf } from '../../cases/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import { getProject } from '../../projects/server/api.ts'

/** A paper that an intermediary prepares, as the running plan of a project needs it. */
export interface Need {
  readonly ref: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly neededOn: string | null
  readonly neededBy: { readonly zh: string; readonly en: string } | null
  readonly slack: number | null
}

/** By paper; nothing for a project without a basis. Needs the zone's context. */
export async function needsOf(
  db: Database,
  zone: ZoneRef,
  { projectId, now }: { readonly projectId: string; readonly now: Date },
): Promise<ReadonlyMap<string, Need>> {
  const { basis } = await getProject(db, zone.id, projectId)
  if (basis === null) return new Map()
  const { today, matters } = await progressOf(db, zone, { projectId, now })
  const plan = await planOnBasis(db, zone, { basis, progress: { today, matters } })
  const { compiled } = await pinnedCatalogue(db, basis.catalogueVersionId)
  const planned = new Map(plan.matters.map((matter) => [matter.code, matter]))
  const needs = plan.papers.filter(({ preparedBy }) => preparedBy === 'intermediary')
  return new Map(
    needs.map(({ paper, neededOn, firstNeededBy }) => {
      const matter = compiled.matters[compiled.indexOf.get(firstNeededBy) ?? -1]?.matter
      const need: Need = {
        ref: paper,
        name: compiled.refNames.get(paper) ?? { zh: paper, en: paper },
        neededOn,
        neededBy: matter ? { zh: matter.name_zh, en: matter.name_en } : null,
        slack: planned.get(firstNeededBy)?.slack ?? null,
      }
      return [paper, need]
    }),
  )
}
