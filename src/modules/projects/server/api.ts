import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import type { ProjectCondition, Stage } from '../contract/stage.ts'
import { findBasis } from './store.ts'

/** A project as other modules need it. Facts, start and catalogue are null until somebody has set the basis of its plan. */
export interface ProjectRef {
  readonly id: string
  readonly name: string
  readonly enterpriseId: string | null
  readonly stage: Stage
  readonly condition: ProjectCondition
  readonly sample: boolean
  readonly basis: { readonly facts: FactValues; readonly startOn: string; readonly catalogueVersionId: string } | null
}

/** The project of this id, not archived; 404 otherwise. The caller's scope is the caller's to check. Needs the zone's context. */
export async function getProject(db: Database, zoneId: string, id: string): Promise<ProjectRef> {
  const row = await db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'enterprise_id', 'stage', 'condition', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound()
  const basis = await findBasis(db, zoneId, id)
  return {
    id: row.id,
    name: row.name,
    enterpriseId: row.enterprise_id,
    stage: row.stage,
    condition: row.condition,
    sample: row.sample,
    basis: basis
      ? { facts: basis.facts, startOn: basis.start_on, catalogueVersionId: basis.catalogue_version_id }
      : null,
  }
}
