import type { Label } from '../../../kernel/label.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import { progressOf } from '../../cases/server/api.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { runningPlan } from '../../plans/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Deviations } from '../contract/deviation.ts'
import { deviationsOf } from '../domain/deviations.ts'
import type { StoredAgreement } from './store.ts'

/** The running plan of the project against this agreed one; null when the project has no plan any more. */
export async function measure(
  db: Database,
  zone: ZoneRef,
  { row, now }: { readonly row: StoredAgreement; readonly now: Date },
): Promise<Deviations | null> {
  const project = await getProject(db, zone.id, row.project_id)
  if (project.basis === null) return null
  const progress = await progressOf(db, zone, { projectId: project.id, now })
  const { plan, delays } = await runningPlan(db, zone, { basis: project.basis, progress })
  const versions = [project.basis.catalogueVersionId, row.catalogue_version_id]
  const nameOf = await namesOf(db, versions)
  const calendar = await zoneCalendar(db, zone.code)
  return {
    ...{ agreementId: row.id, projectId: project.id, projectName: project.name, today: progress.today },
    ...deviationsOf(row.plan, { plan, delays, progress, calendar, nameOf }),
  }
}

/** Names of matters by the first of these versions that has them. */
async function namesOf(db: Database, versions: readonly string[]): Promise<(code: string) => Label> {
  const catalogues: CompiledCatalogue[] = []
  for (const id of new Set(versions)) catalogues.push((await pinnedCatalogue(db, id)).compiled)
  return (code) => {
    for (const { indexOf, matters } of catalogues) {
      const matter = matters[indexOf.get(code) ?? -1]?.matter
      if (matter) return { zh: matter.name_zh, en: matter.name_en }
    }
    return { zh: code, en: code }
  }
}

/** Working days by which the permit, or production where there is no permit, is behind what was promised; 0 when it is not. */
export function daysBehind({ milestones }: Pick<Deviations, 'milestones'>): number {
  const named = (name: string) => milestones.find((one) => one.name === name)?.days ?? null
  return Math.max(0, named('permit') ?? named('production') ?? 0)
}
