import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** What these works cost, where it comes from and what was paid; archived records are left out with what hangs on them. */
export async function moneyRows(db: Database, zoneId: string, ids: readonly string[]) {
  const works = [...ids]
  const estimates = await db
    .selectFrom('works.estimates')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', works)
    .orderBy('ordinal')
    .execute()
  const sources = await db
    .selectFrom('works.sources')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', works)
    .orderBy('title')
    .orderBy('id')
    .execute()
  const receipts = await db
    .selectFrom('works.receipts as receipt')
    .innerJoin('works.sources as source', (join) =>
      join.onRef('source.zone_id', '=', 'receipt.zone_id').onRef('source.id', '=', 'receipt.source_id'),
    )
    .selectAll('receipt')
    .where('receipt.zone_id', '=', zoneId)
    .where('source.zone_id', '=', zoneId)
    .where('receipt.archived_at', 'is', null)
    .where('source.work_id', 'in', works)
    .orderBy('receipt.received_on')
    .orderBy('receipt.id')
    .execute()
  const assets = await db
    .selectFrom('works.assets')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', works)
    .orderBy('id')
    .execute()
  return { estimates, sources, receipts, assets, ...(await contractRows(db, zoneId, works)) }
}

async function contractRows(db: Database, zoneId: string, works: string[]) {
  const contracts = await db
    .selectFrom('works.contracts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', works)
    .orderBy('signed_on')
    .orderBy('id')
    .execute()
  const ids = contracts.map(({ id }) => id)
  if (ids.length === 0) return { contracts, changes: [], payables: [], payments: [] }
  const changes = await db
    .selectFrom('works.change_orders')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('contract_id', 'in', ids)
    .orderBy('id')
    .execute()
  const payables = await db
    .selectFrom('works.payables')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('contract_id', 'in', ids)
    .orderBy('delivered_on')
    .orderBy('id')
    .execute()
  const payments = await db
    .selectFrom('works.payments as payment')
    .innerJoin('works.payables as payable', (join) =>
      join.onRef('payable.zone_id', '=', 'payment.zone_id').onRef('payable.id', '=', 'payment.payable_id'),
    )
    .selectAll('payment')
    .select('payable.contract_id')
    .where('payment.zone_id', '=', zoneId)
    .where('payable.zone_id', '=', zoneId)
    .where('payable.contract_id', 'in', ids)
    .orderBy('payment.id')
    .execute()
  return { contracts, changes, payables, payments }
}
