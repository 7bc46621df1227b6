import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { departmentNames } from '../../organisation/server/api.ts'
import type { NewItem } from '../contract.ts'
import { refusalOfChange } from '../domain/steps.ts'
import { refuseStale, save } from './save.ts'
import { lockPlan, type StoredPlan } from './store.ts'

interface Content {
  readonly title: string
  readonly fromOn: string
  readonly untilOn: string
  readonly items: readonly NewItem[]
}

/** A new draft. Answers its id. */
export async function openPlan(
  db: Database,
  context: RequestContext,
  { enterprise, ...content }: Content & { readonly enterprise: string },
): Promise<string> {
  const { now, sample } = context
  const zoneId = zoneOf(context).id
  if (!(await findEnterprise(db, zoneId, enterprise))) throw notFound()
  await checkContent(db, zoneId, content)
  const id = newId(now)
  const by = actorOf(context)
  const row: StoredPlan = {
    ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
    ...{ archived_at: null, sample: sample ?? false, enterprise_id: enterprise, title: content.title },
    ...{ from_on: content.fromOn, until_on: content.untilOn, state: 'draft', content: 1, drafted_by: by },
    ...{ confirmed_on: null, outcome: null },
  }
  await db.insertInto('tailored.plans').values(row).execute()
  await insertItems(db, context, row, content.items)
  await record(db, context, { subjectKind: 'tailored.plan', subjectId: id, action: 'open', after: { ...content } })
  return id
}

/** The draft says something else: its review, if it had one, no longer holds. Answers its id. */
export async function changePlan(
  db: Database,
  context: RequestContext,
  { id, version, ...content }: Content & { readonly id: string; readonly version: number },
): Promise<string> {
  const zoneId = zoneOf(context).id
  const { row } = await lockPlan(db, zoneId, { caller: context.caller, id })
  refuseStale(row, version)
  const refusal = refusalOfChange(row)
  if (refusal) throw refusal
  await checkContent(db, zoneId, content)
  await db
    .updateTable('tailored.items')
    .set((eb) => ({ archived_at: context.now, version: eb('version', '+', 1), updated_at: context.now }))
    .where('zone_id', '=', zoneId)
    .where('plan_id', '=', id)
    .where('archived_at', 'is', null)
    .execute()
  await insertItems(db, context, row, content.items)
  const { title, fromOn, untilOn } = content
  const stored = { title, from_on: fromOn, until_on: untilOn }
  await save(db, context, { row, after: { ...stored, content: row.content + 1, drafted_by: actorOf(context) } })
  await record(db, context, {
    ...{ subjectKind: 'tailored.plan', subjectId: id, action: 'change', after: { ...content } },
    before: { title: row.title, fromOn: row.from_on, untilOn: row.until_on },
  })
  return id
}

async function checkContent(db: Database, zoneId: string, { fromOn, untilOn, items }: Content): Promise<void> {
  if (untilOn < fromOn) {
    throw new Problem('rule_violated', 'tailored.ends_before', {
      zh: '终止日期早于起始日期，请改正其中一个。',
      en: 'It would end before it begins: correct one of the days.',
    })
  }
  const wanted = [...new Set(items.map(({ departmentId }) => departmentId))]
  const known = await departmentNames(db, zoneId, wanted)
  if (wanted.some((id) => !known.has(id))) throw notFound()
}

async function insertItems(db: Database, context: RequestContext, plan: StoredPlan, items: readonly NewItem[]) {
  const { now } = context
  const by = actorOf(context)
  await db
    .insertInto('tailored.items')
    .values(
      items.map(({ kind, content, departmentId, person, dueOn, amountYuan }, ordinal) => ({
        ...{ zone_id: plan.zone_id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
        ...{ updated_by: by, archived_at: null, sample: plan.sample, plan_id: plan.id, ordinal, kind, content },
        ...{ department_id: departmentId, person, due_on: dueOn, amount_yuan: amountYuan, state: 'open' as const },
        ...{ result: null, done_on: null },
      })),
    )
    .execute()
}
