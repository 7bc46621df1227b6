import { newId } from '../../../platform/ids.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { ActionVerb } from '../../cases/contract/action-verbs.ts'
import type { Kept, PlanCause } from '../../plans/contract/difference.ts'
import type { Told } from './table.ts'

/** The kept plan of a project, locked until the transaction ends: who hears of the same project meanwhile waits. Null at first. */
export async function lockKept(db: Database, context: RequestContext, projectId: string): Promise<Kept | null> {
  const { now } = context
  const by = actorOf(context)
  const zoneId = zoneOf(context).id
  await db
    .insertInto('replans.plans')
    .values({
      ...{ zone_id: zoneId, id: projectId, version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, kept: null },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'id']).doNothing())
    .execute()
  const row = await db
    .selectFrom('replans.plans')
    .select('kept')
    .where('zone_id', '=', zoneId)
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.kept
}

export async function saveKept(
  db: Database,
  context: RequestContext,
  { projectId, kept }: { readonly projectId: string; readonly kept: Kept },
): Promise<void> {
  await db
    .updateTable('replans.plans')
    .set((eb) => ({
      kept: JSON.stringify(kept),
      version: eb('version', '+', 1),
      updated_at: context.now,
      updated_by: actorOf(context),
    }))
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', projectId)
    .execute()
}

/** What a difference came from. */
export interface Origin {
  readonly eventId: string
  readonly caseId: string | null
  readonly verb: ActionVerb | null
  readonly actorName: string
}

export interface NewDifference extends Origin {
  readonly projectId: string
  readonly onDay: string
  readonly sinceDay: string | null
  readonly cause: PlanCause
  readonly what: Told
  readonly matter: string | null
}

/** Under the lock of the kept plan: the ordinals of a project have no gap. */
export async function insertDifference(db: Database, context: RequestContext, made: NewDifference): Promise<void> {
  const zoneId = zoneOf(context).id
  const { last } = await db
    .selectFrom('replans.differences')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.lit(0)).as('last'))
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', made.projectId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('replans.differences')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ project_id: made.projectId, ordinal: Number(last) + 1, event_id: made.eventId, cause: made.cause },
      ...{ matter: made.matter, case_id: made.caseId, verb: made.verb, actor_name: made.actorName },
      ...{ on_day: made.onDay, since_day: made.sinceDay },
      milestones: made.what.milestones.map(({ name }) => name),
      what: JSON.stringify(made.what),
    })
    .execute()
}
