import type { Day } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { plansInForce } from '../../spatial/server/api.ts'
import type { WorkVerb } from '../contract/words.ts'
import { work } from '../contract/work.ts'
import type { WorkView } from '../contract/work-view.ts'
import { afterStep } from '../domain/work-states.ts'
import { viewOf } from './read.ts'
import { lockStored, type StoredWork } from './store.ts'
import type { WorkRow } from './table.ts'

interface Stepping {
  readonly verb: WorkVerb
  readonly input: { readonly id: string; readonly version: number; readonly happenedOn: Day; readonly words: string }
}

/** One step of a work: lock, compare the version, the pure rule, save, journal. */
export async function step(db: Database, context: RequestContext, { verb, input }: Stepping): Promise<WorkView> {
  const stored = await lockFor(db, context, input)
  const { row } = stored
  const { happenedOn } = input
  refuseFuture(happenedOn, legalDayOf(context.now))
  const state = afterStep(row.state, verb, papersOf(stored, happenedOn))
  await saveWork(db, context, row, { state, ...dayOf(verb, happenedOn) })
  await record(db, context, {
    ...{ subjectKind: work.name, subjectId: row.id, action: verb, note: input.words },
    ...{ before: { state: row.state }, after: { state, happenedOn } },
  })
  return shown(db, context, row.id)
}

function dayOf(verb: WorkVerb, happenedOn: Day) {
  if (verb === 'start') return { started_on: happenedOn }
  if (verb === 'complete') return { completed_on: happenedOn }
  return verb === 'operate' ? { operating_on: happenedOn } : {}
}

const papersOf = ({ estimates, contracts, acceptances }: StoredWork, day: Day) => ({
  ...{ estimates: estimates.length, contracts: contracts.length },
  accepted: acceptances.some(
    ({ kind, result, accepted_on }) => kind === 'final' && result !== 'failed' && accepted_on <= day,
  ),
})

export function refuseFuture(day: Day, today: Day): void {
  if (day <= today) return
  throw new Problem('rule_violated', 'works.in_the_future', {
    zh: `${day} 还没有到，请填实际发生的日期。`,
    en: `${day} has not come yet: enter the day on which it happened.`,
  })
}

/** The work in the caller's hand, as he has read it. */
export async function lockFor(
  db: Database,
  context: RequestContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<StoredWork> {
  const stored = await lockStored(db, zoneOf(context).id, id)
  if (stored.row.version === version) return stored
  throw staleOf(stored.row)
}

export function staleOf({ version, updated_at }: { readonly version: number; readonly updated_at: Date }): Problem {
  const text = { zh: '这条记录刚被他人改过，请刷新后再办。', en: 'Somebody was first: look again, then decide.' }
  return new Problem('conflict', 'works.stale', text, { version, updatedAt: updated_at.toISOString() })
}

/** Every decision about a work makes a new version of it. */
export async function saveWork(
  db: Database,
  context: RequestContext,
  row: WorkRow,
  set: Partial<Pick<WorkRow, 'state' | 'started_on' | 'completed_on' | 'operating_on'>> = {},
): Promise<void> {
  await db
    .updateTable('works.works')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
}

/** As it stands after the decision. */
export async function shown(db: Database, context: RequestContext, id: string): Promise<WorkView> {
  const zoneId = zoneOf(context).id
  const [view] = await viewsFor(db, context, [await lockStored(db, zoneId, id)])
  if (view) return view
  throw new RangeError('one work, one view')
}

export async function viewsFor(
  db: Database,
  context: RequestContext,
  works: readonly StoredWork[],
): Promise<WorkView[]> {
  const today = legalDayOf(context.now)
  const decides = context.caller.permissions.has('works.decide')
  const plans = await plansInForce(db, zoneOf(context).id, today)
  return works.map((stored) => viewOf(stored, { today, decides, plans }))
}
