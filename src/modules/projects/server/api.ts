import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import type { ProjectCondition, Stage } from '../contract/stage.ts'
import * as facts from './merge-facts.ts'
import * as pins from './move-pin.ts'
import { findBasis, listLiaisons } from './store.ts'
import * as signed from './take-signed.ts'
import * as watched from './watched.ts'

/** A project as other modules need it. Facts, start and catalogue are null until somebody has set the basis of its plan. */
export interface ProjectRef {
  readonly id: string
  readonly name: string
  readonly enterpriseId: string | null
  readonly nationalCode: string | null
  readonly investmentYuan: string | null
  readonly stage: Stage
  readonly condition: ProjectCondition
  readonly sample: boolean
  readonly basis: { readonly facts: FactValues; readonly startOn: string; readonly catalogueVersionId: string } | null
}

/** The project of this id, not archived; 404 otherwise. The caller's scope is the caller's to check. Needs the zone's context. */
export async function getProject(db: Database, zoneId: string, id: string): Promise<ProjectRef> {
  const row = await db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'enterprise_id', 'national_code', 'investment_yuan', 'stage', 'condition', 'sample'])
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
    nationalCode: row.national_code,
    investmentYuan: row.investment_yuan,
    stage: row.stage,
    condition: row.condition,
    sample: row.sample,
    basis: basis
      ? { facts: basis.facts, startOn: basis.start_on, catalogueVersionId: basis.catalogue_version_id }
      : null,
  }
}

/** A project whose plan runs: it has a basis, and is neither archived nor given up. */
export interface RunningProject extends Omit<ProjectRef, 'basis' | 'nationalCode' | 'investmentYuan'> {
  readonly basis: NonNullable<ProjectRef['basis']> & { readonly version: number }
}

/** Running projects in the order of their ids, or this one alone. Needs the zone's context. */
export async function runningProjects(
  db: Database,
  zoneId: string,
  narrow: { readonly id?: string; readonly after?: string | undefined; readonly limit?: number } = {},
): Promise<RunningProject[]> {
  let query = db
    .selectFrom('projects.projects as project')
    .innerJoin('projects.bases as basis', (join) =>
      join.onRef('basis.zone_id', '=', 'project.zone_id').onRef('basis.id', '=', 'project.id'),
    )
    .select(['project.id', 'project.name', 'project.enterprise_id', 'project.stage', 'project.condition'])
    .select(['project.sample', 'basis.version', 'basis.facts', 'basis.start_on', 'basis.catalogue_version_id'])
    .where('project.zone_id', '=', zoneId)
    .where('basis.zone_id', '=', zoneId)
    .where('project.archived_at', 'is', null)
    .where('project.condition', '!=', 'withdrawn')
    .orderBy('project.id')
  if (narrow.id !== undefined) query = query.where('project.id', '=', narrow.id)
  if (narrow.after !== undefined) query = query.where('project.id', '>', narrow.after)
  if (narrow.limit !== undefined) query = query.limit(narrow.limit)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, enterpriseId: row.enterprise_id, stage: row.stage },
    ...{ condition: row.condition, sample: row.sample },
    basis: {
      ...{ version: row.version, facts: row.facts, startOn: row.start_on },
      catalogueVersionId: row.catalogue_version_id,
    },
  }))
}

export const movePin = pins.movePin

export const mergeFacts = facts.mergeFacts

export const takeSigned = signed.takeSigned

/** A project that goes on and is not in production yet, with what its plan is computed from; null until somebody has set it. */
export type ProjectUnderWay = Pick<ProjectRef, 'id' | 'name' | 'stage' | 'basis'>

const ended: readonly Stage[] = ['production', 'capacity']

/** All of them, in the order of their making. Needs the zone's context. */
export async function projectsUnderWay(db: Database, zoneId: string): Promise<readonly ProjectUnderWay[]> {
  const rows = await db
    .selectFrom('projects.projects as project')
    .leftJoin('projects.bases as basis', (join) =>
      join.onRef('basis.zone_id', '=', 'project.zone_id').onRef('basis.id', '=', 'project.id'),
    )
    .select([
      'project.id',
      'project.name',
      'project.stage',
      'basis.facts',
      'basis.start_on',
      'basis.catalogue_version_id',
    ])
    .where('project.zone_id', '=', zoneId)
    .where('project.archived_at', 'is', null)
    .where('project.condition', '=', 'active')
    .where('project.stage', 'not in', [...ended])
    .orderBy('project.id')
    .execute()
  return rows.map(({ id, name, stage, facts, start_on, catalogue_version_id }) => ({
    ...{ id, name, stage },
    basis:
      facts && start_on && catalogue_version_id
        ? { facts, startOn: start_on, catalogueVersionId: catalogue_version_id }
        : null,
  }))
}

/** Names of these projects, archived ones left out. Needs the zone's context. */
export async function projectNames(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who answers for a project, from when to when. Needs the zone's context. */
export const liaisonsOf = listLiaisons

export type WatchedProject = watched.WatchedProject

/** Projects with the days on which their evidence proves a stage. Needs the zone's context. */
export const watchedProjects = watched.watchedProjects

/** GB/T 4754 code of a project; null when nobody has entered it. Needs the zone's context. */
export async function industryOf(db: Database, zoneId: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('projects.projects')
    .select('industry_code')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.industry_code ?? null
}
