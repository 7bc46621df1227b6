import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import type { EvidenceKind, ProjectCondition, Stage } from '../contract/stage.ts'
import { provedOn } from '../domain/proved-on.ts'
import type {} from './table.ts'

/** A project with the days on which its evidence proves that a stage was reached. */
export interface WatchedProject {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly stage: Stage
  readonly condition: ProjectCondition
  readonly investmentYuan: string | null
  readonly sample: boolean
  /** Record of talks. */
  readonly negotiatedOn: string | null
  readonly signedOn: string | null
  /** Land or lease contract. */
  readonly landOn: string | null
  /** Permit and site photo. */
  readonly startedOn: string | null
  /** Joint acceptance. */
  readonly completedOn: string | null
  readonly producedOn: string | null
  readonly atCapacityOn: string | null
  /** Entry into statistics. */
  readonly enteredOn: string | null
  /** Since when and why it stands still; null when it does not. */
  readonly stalled: { readonly since: string; readonly note: string | null } | null
}

/** Projects that are neither archived nor (unless asked for) withdrawn, or one of them. Needs the zone's context. */
export async function watchedProjects(
  db: Database,
  zoneId: string,
  projectId?: string,
  { withdrawn = false } = {},
): Promise<WatchedProject[]> {
  let query = db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'kind', 'stage', 'condition', 'investment_yuan', 'signed_on', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
  if (!withdrawn) query = query.where('condition', '!=', 'withdrawn')
  if (projectId !== undefined) query = query.where('id', '=', projectId)
  const rows = await query.execute()
  const proofs = await proofsOf(db, zoneId, projectId)
  const stalls = await stallsOf(
    db,
    zoneId,
    rows.filter(({ condition }) => condition === 'stalled').map(({ id }) => id),
  )
  return rows.map(({ id, name, kind, stage, condition, investment_yuan, signed_on, sample }) => {
    const own = proofs.get(id) ?? []
    return {
      ...{ id, name, kind, stage, condition, investmentYuan: investment_yuan, signedOn: signed_on, sample },
      ...{
        negotiatedOn: provedOn('talks', own),
        landOn: provedOn('land', own),
        startedOn: provedOn('started', own),
        completedOn: provedOn('completed', own),
        producedOn: provedOn('production', own),
      },
      ...{ atCapacityOn: provedOn('capacity', own), stalled: stalls.get(id) ?? null },
      enteredOn: own.find(({ kind: proof }) => proof === 'statistics-entry')?.happenedOn ?? null,
    }
  })
}

interface Proof {
  readonly kind: EvidenceKind
  readonly happenedOn: string
}

async function proofsOf(db: Database, zoneId: string, projectId?: string): Promise<Map<string, Proof[]>> {
  let query = db
    .selectFrom('projects.evidence')
    .select(['project_id', 'kind', 'happened_on'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('happened_on')
  if (projectId !== undefined) query = query.where('project_id', '=', projectId)
  const byProject = Map.groupBy(await query.execute(), ({ project_id }) => project_id)
  const shaped = [...byProject].map(
    ([id, rows]) => [id, rows.map(({ kind, happened_on }) => ({ kind, happenedOn: happened_on }))] as const,
  )
  return new Map(shaped)
}

/** The last time that each was marked as stalled, as the journal tells it. */
async function stallsOf(db: Database, zoneId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { since: string; note: string | null }>()
  const rows = await db
    .selectFrom('journal.events')
    .select(['subject_id', 'happened_at', 'note'])
    .where('zone_id', '=', zoneId)
    .where('subject_kind', '=', 'projects.project')
    .where('action', '=', 'stall')
    .where('subject_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ subject_id, happened_at, note }) => [subject_id, { since: legalDayOf(happened_at), note }]),
  )
}
