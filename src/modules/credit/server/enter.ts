import type { Day } from '../../../kernel/calendar.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { monthsLater } from '../../../kernel/months.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CreditCause } from '../contract/causes.ts'
import { pointRuleOn } from '../domain/credit.ts'
import { rulesOf } from './rules.ts'
import { lockEnterprise } from './store.ts'

export interface NewEntry {
  readonly enterprise: { readonly id: string; readonly sample: boolean }
  readonly cause: CreditCause
  readonly happenedOn: Day
  readonly subject: { readonly kind: string; readonly id: string }
  /** What makes it the only one of its cause. */
  readonly origin: string
  readonly document?: string | null
  readonly note?: string | null
}

/** One line of the ledger by the rule in force on that day; nothing when there is no rule, or when it is there already. */
export async function enterCredit(db: Database, context: RequestContext, entry: NewEntry): Promise<void> {
  const zoneId = zoneOf(context).id
  const rule = pointRuleOn((await rulesOf(db, zoneId, entry.happenedOn)).pointRules, entry.cause, entry.happenedOn)
  if (!rule) return
  await lockEnterprise(db, zoneId, entry.enterprise.id)
  const values = {
    ...{ enterprise_id: entry.enterprise.id, cause: entry.cause, points: rule.points, happened_on: entry.happenedOn },
    expires_on: rule.months === null ? null : monthsLater(entry.happenedOn, rule.months),
    ...{ repair_after_days: rule.repairAfterDays, repair_leaves_months: rule.repairLeavesMonths },
    ...{ subject_kind: entry.subject.kind, subject_id: entry.subject.id, origin: entry.origin },
    ...{ document: entry.document ?? null, note: entry.note ?? null },
    ...{ source: rule.source, confidence: rule.confidence },
  }
  const row = await db
    .insertInto('credit.entries')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: context.sample ?? entry.enterprise.sample, ...values },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'cause', 'origin']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await tell(db, context, { id: row.id, entry, after: values })
}

async function tell(
  db: Database,
  context: RequestContext,
  { id, entry, after }: { id: string; entry: NewEntry; after: Readonly<Record<string, unknown>> },
): Promise<void> {
  await record(db, context, {
    ...{ subjectKind: 'credit.entry', subjectId: id, action: 'enter', after, note: entry.note ?? null },
    ...(entry.happenedOn < legalDayOf(context.now) && { happenedAt: beginningOf(entry.happenedOn) }),
  })
  await publish(db, context, {
    ...{ topic: 'credit.changed', subjectKind: 'enterprises.enterprise', subjectId: entry.enterprise.id },
    payload: { cause: entry.cause },
    audience: { enterpriseId: entry.enterprise.id },
  })
}
