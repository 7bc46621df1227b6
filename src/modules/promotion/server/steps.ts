import { publish } from '../../../platform/events/publish.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { LeadStage } from '../contract/words.ts'
import { type LeadStep, refusalOfTalks, stageAfter } from '../domain/lead-steps.ts'
import { evaluationOf } from './evaluation.ts'
import { getLeadRow, mergedInto, refuseStale } from './store.ts'

type Row = Awaited<ReturnType<typeof getLeadRow>>

interface Asked {
  readonly id: string
  readonly version: number
}

/** The lead of this version, held for a step from its stage. */
export async function lockForStep(
  db: Database,
  context: RequestContext,
  { id, version, step }: Asked & { readonly step: LeadStep },
): Promise<{ row: Row; after: LeadStage }> {
  const row = await getLeadRow(db, zoneOf(context).id, id, true)
  refuseStale(row, version)
  return { row, after: stageAfter(step, row.stage) }
}

export async function startTalks(
  db: Database,
  context: RequestContext,
  asked: Asked & { readonly reason: string | null },
) {
  const { row, after } = await lockForStep(db, context, { ...asked, step: 'openTalks' })
  const { passes } = await evaluationOf(db, context, row.id)
  const refusal = refusalOfTalks({ visits: await countVisits(db, row), passes, reason: asked.reason })
  if (refusal) throw refusal
  await saveStep(db, context, { row, set: { stage: after }, action: 'openTalks', note: asked.reason })
}

async function countVisits(db: Database, { zone_id, id }: Row): Promise<number> {
  const ids = [id, ...(await mergedInto(db, zone_id, id))]
  const { visits } = await db
    .selectFrom('promotion.visits')
    .select((eb) => eb.fn.countAll<string>().as('visits'))
    .where('zone_id', '=', zone_id)
    .where('lead_id', 'in', ids)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(visits)
}

export async function close(
  db: Database,
  context: RequestContext,
  { cause, reason, ...asked }: Asked & { readonly cause: NonNullable<Row['close_cause']>; readonly reason: string },
) {
  const { row, after } = await lockForStep(db, context, { ...asked, step: 'close' })
  await saveStep(db, context, { row, set: { stage: after, close_cause: cause }, action: 'close', note: reason })
}

export async function reopen(
  db: Database,
  context: RequestContext,
  { reason, ...asked }: Asked & { readonly reason: string },
) {
  const { row, after } = await lockForStep(db, context, { ...asked, step: 'reopen' })
  await saveStep(db, context, { row, set: { stage: after, close_cause: null }, action: 'reopen', note: reason })
}

interface Saved {
  readonly row: Row
  readonly set: Partial<Pick<Row, 'stage' | 'close_cause' | 'enterprise_id' | 'project_id'>>
  readonly action: string
  readonly note: string | null
  /** Project on whose time line it is told too. */
  readonly threadId?: string
}

/** The next version of a lead, with its event. */
export async function saveStep(
  db: Database,
  context: RequestContext,
  { row, set, action, note, threadId }: Saved,
): Promise<void> {
  const version = row.version + 1
  await db
    .updateTable('promotion.leads')
    .set({ ...set, version, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'promotion.lead', subjectId: row.id, action, note, before: { stage: row.stage } },
    after: { ...set, version },
    ...(threadId !== undefined && { threadId }),
  })
  await publish(db, context, { topic: 'promotion.changed', subjectKind: 'promotion.lead', subjectId: row.id })
}
