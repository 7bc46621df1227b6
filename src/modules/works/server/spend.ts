import { legalDayOf } from '../../../kernel/legal-day.ts'
import { money } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { enterBondUse } from '../../bonds/server/api.ts'
import { payable as payableKind } from '../contract/payable.ts'
import { workContract } from '../contract/work-contract.ts'
import type { WorkView } from '../contract/work-view.ts'
import { less, refuseChange, refusePayment } from '../domain/contract-money.ts'
import { changesOf, owedOf, paidOn, receivedOf, usedOf } from './read.ts'
import { ruleOn } from './rules.ts'
import { refuseFuture, shown, staleOf } from './step.ts'
import { lockStored, type StoredWork } from './store.ts'
import type { ContractRow } from './table.ts'

interface Change {
  readonly id: string
  readonly version: number
  readonly amount: string
  readonly reason: string
  readonly document: string
  readonly approval?: string | undefined
  readonly happenedOn: string
}

/** A change order: within the limit, or with its approval; never below what was paid. */
export async function changeContract(db: Database, context: RequestContext, given: Change): Promise<WorkView> {
  const contract = await lockContract(db, zoneOf(context).id, given.id)
  if (contract.version !== given.version) throw staleOf(contract)
  const stored = await lockStored(db, contract.zone_id, contract.work_id)
  const today = legalDayOf(context.now)
  refuseFuture(given.happenedOn, today)
  const next = { amount: money(given.amount), approval: given.approval ?? null }
  refuseChange(moneyOf(stored, contract), next, ruleOn(today).changePercent)
  await db
    .insertInto('works.change_orders')
    .values({
      ...stamps(context, contract),
      ...{ contract_id: contract.id, amount_yuan: next.amount, reason: given.reason, document: given.document },
      ...{ approval: next.approval, happened_on: given.happenedOn, actor_name: context.caller.name },
    })
    .execute()
  await db
    .updateTable('works.contracts')
    .set({ version: contract.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', contract.zone_id)
    .where('id', '=', contract.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: workContract.name, subjectId: contract.id, action: 'change', threadId: contract.work_id },
    ...{ note: given.reason, after: { amount: next.amount, document: given.document, approval: next.approval } },
  })
  return shown(db, context, contract.work_id)
}

interface Payment {
  readonly id: string
  readonly source: string
  readonly amount: string
  readonly paidOn: string
  readonly document: string
}

/** Pays a payable, or a part of it, from one source of its work; from a bond only what that bond has for this work. */
export async function payPayable(db: Database, context: RequestContext, given: Payment): Promise<WorkView> {
  const zoneId = zoneOf(context).id
  const payable = await findPayable(db, zoneId, given.id)
  const contract = await lockContract(db, zoneId, payable.contract_id)
  const stored = await lockStored(db, zoneId, contract.work_id)
  const source = stored.sources.find(({ id }) => id === given.source)
  if (!source) throw notItsSource()
  refuseFuture(given.paidOn, legalDayOf(context.now))
  const amount = money(given.amount)
  refusePayment({
    ...{ amount, owed: owedOf(stored, payable.id), contract: moneyOf(stored, contract) },
    atHand: less(receivedOf(stored, source.id), usedOf(stored, source.id)),
  })
  if (source.bond_id !== null) {
    const use = { bondId: source.bond_id, work: stored.row, amount, document: given.document, usedOn: given.paidOn }
    await enterBondUse(db, context, use)
  }
  await db
    .insertInto('works.payments')
    .values({
      ...stamps(context, payable),
      ...{ payable_id: payable.id, source_id: source.id, amount_yuan: amount },
      ...{ paid_on: given.paidOn, document: given.document, actor_name: context.caller.name },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: payableKind.name, subjectId: payable.id, action: 'pay', threadId: contract.work_id },
    ...{ note: given.document, after: { amount, source: source.title, paidOn: given.paidOn } },
  })
  return shown(db, context, contract.work_id)
}

const moneyOf = (stored: StoredWork, { id, amount_yuan }: ContractRow) => ({
  amount: amount_yuan,
  changes: changesOf(stored, id).map((change) => change.amount_yuan),
  paid: paidOn(stored, id),
})

function stamps(context: RequestContext, { zone_id, sample }: { readonly zone_id: string; readonly sample: boolean }) {
  const { now } = context
  return { zone_id, id: newId(now), created_at: now, created_by: actorOf(context), sample }
}

async function lockContract(db: Database, zoneId: string, id: string): Promise<ContractRow> {
  const row = await db
    .selectFrom('works.contracts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}

async function findPayable(db: Database, zoneId: string, id: string) {
  const row = await db
    .selectFrom('works.payables')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}

function notItsSource(): Problem {
  return new Problem('rule_violated', 'works.not_its_source', {
    zh: '这不是本工程的资金来源；请从本工程的来源中选择，没有就先登记。',
    en: 'This is no source of this work: choose one of its own, or enter it first.',
  })
}
