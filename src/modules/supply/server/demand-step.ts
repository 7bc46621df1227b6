import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { demand } from '../contract/demand.ts'
import { type DemandVerb, demandSteps, type Waiting } from '../contract/waiting.ts'
import { movesBetween } from '../domain/rank.ts'
import { lockRow } from './store.ts'
import type { StoredMove } from './table.ts'
import { readWaiting, standingList } from './waiting.ts'

interface Deciding {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly verb: DemandVerb
  readonly parcel: string | null
}

/** Allocated, dropped, deferred or taken up again; whoever moves on the list by it is kept with the decision. */
export async function stepDemand(db: Database, context: RequestContext, given: Deciding): Promise<Waiting> {
  const { verb, reason, parcel } = given
  const zoneId = zoneOf(context).id
  const row = await lockRow(db, 'supply.demands', { zoneId, ...given })
  const { from, to } = demandSteps[verb]
  if (row.state !== from) throw notFrom()
  const before = await standingList(db, context)
  if (parcel !== null && !before.parcels.some(({ id }) => id === parcel)) throw notFree()
  await db
    .updateTable('supply.demands')
    .set({
      state: to,
      parcel_id: parcel,
      version: row.version + 1,
      updated_at: context.now,
      updated_by: actorOf(context),
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  const after = await standingList(db, context)
  const titles = new Map(after.demands.map(({ id, title }) => [id, title]))
  const moves = movesBetween(before.ranked, after.ranked).map(
    ({ id, ...move }): StoredMove => ({ title: titles.get(id) ?? '', ...move }),
  )
  await db
    .insertInto('supply.demand_acts')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: row.sample, demand_id: row.id, verb, happened_on: legalDayOf(context.now), reason },
      ...{ parcel_id: parcel, actor_name: context.caller.name, moves: JSON.stringify(moves) },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: demand.name, subjectId: row.id, action: verb, note: reason },
    ...(row.project_id !== null && { threadId: row.project_id }),
    before: { state: from },
    after: { state: to, ...(parcel !== null && { parcelId: parcel }), moves },
  })
  return readWaiting(db, context)
}

function notFrom(): Problem {
  return new Problem('rule_violated', 'supply.not_now', {
    zh: '这项用地需求现在不能办这一步，请刷新后看当前状态。',
    en: 'This step is not possible for the demand now: reload to see where it stands.',
  })
}

function notFree(): Problem {
  return new Problem('rule_violated', 'supply.parcel_not_free', {
    zh: '这宗地不在本年度计划的可安排地块里，或刚安排给了别人；请另选一宗。',
    en: "This parcel is not among the free ones of the year's plan: choose another one.",
  })
}
