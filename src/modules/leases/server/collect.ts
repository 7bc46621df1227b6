import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { billStateLabels } from '../contract/terms.ts'
import type * as contract from '../contract.ts'
import { refuse } from '../domain/lease.ts'
import { billKind } from './draw.ts'
import { tell } from './sign.ts'
import { refuseFuture } from './steps.ts'
import { billsIn, lockLease, type StoredBill } from './store.ts'

/** Money has come for a bill, with its proof. Answers the lease. */
export async function pay(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.payBill>,
): Promise<string> {
  const bill = await held(db, context, input)
  refuseFuture(input.happenedOn, context)
  const { happenedOn, document, receipt, fileId } = input
  if (fileId !== null) {
    await attachFiles(db, context, { ids: [fileId], subject: { subjectKind: billKind, subjectId: bill.id } })
  }
  const set = { state: 'paid' as const, paid_on: happenedOn, document, receipt, file_id: fileId }
  return save(db, context, { bill, set, action: 'pay', happenedOn })
}

/** A bill is not claimed, and why. Answers the lease. */
export async function waive(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.waiveBill>,
): Promise<string> {
  const bill = await held(db, context, input)
  return save(db, context, { bill, set: { state: 'waived', reason: input.reason }, action: 'waive' })
}

async function held(db: Database, context: RequestContext, { id, version }: { id: string; version: number }) {
  const bill = await billsIn(db, zoneOf(context).id).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!bill) throw notFound()
  if (bill.state !== 'due') {
    const { zh, en } = billStateLabels[bill.state]
    throw refuse('not_due', { zh: `这张账单现为“${zh}”，不能再办。`, en: `This bill is "${en}" already.` })
  }
  if (bill.version === version) return bill
  throw new Problem('conflict', 'leases.changed_meanwhile', {
    zh: '这张账单刚被别人办过，请刷新后再办。',
    en: 'This bill has just been changed; reload before you go on.',
  })
}

interface Saving {
  readonly bill: StoredBill
  readonly set: Partial<Pick<StoredBill, 'state' | 'paid_on' | 'document' | 'receipt' | 'file_id' | 'reason'>>
  readonly action: string
  readonly happenedOn?: string
}

async function save(db: Database, context: RequestContext, { bill, set, action, happenedOn }: Saving): Promise<string> {
  await db
    .updateTable('leases.bills')
    .set({ ...set, version: bill.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', bill.zone_id)
    .where('id', '=', bill.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: billKind, subjectId: bill.id, action, threadId: bill.lease_id, after: { ...set } },
    ...(happenedOn !== undefined && happenedOn < legalDayOf(context.now) && { happenedAt: beginningOf(happenedOn) }),
    note: set.reason ?? null,
  })
  const lease = await lockLease(db, bill.zone_id, { caller: context.caller, id: bill.lease_id })
  await tell(db, context, lease)
  return bill.lease_id
}
