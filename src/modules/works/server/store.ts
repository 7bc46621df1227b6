import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import { moneyRows } from './money-rows.ts'
import { siteRows } from './site-rows.ts'
import type { WorkRow } from './table.ts'

export async function listWorkRows(db: Database, zoneId: string): Promise<WorkRow[]> {
  return db
    .selectFrom('works.works')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Held until the transaction ends; 404 when it is not there. */
export async function lockWork(db: Database, zoneId: string, id: string): Promise<WorkRow> {
  const row = await db
    .selectFrom('works.works')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** Works with everything that belongs to them. */
export async function withRows(db: Database, zoneId: string, works: readonly WorkRow[]) {
  if (works.length === 0) return []
  const ids = works.map(({ id }) => id)
  const money = await moneyRows(db, zoneId, ids)
  const site = await siteRows(db, zoneId, ids)
  return works.map((row) => {
    const own = <R extends { readonly work_id: string | null }>(all: readonly R[]) =>
      all.filter(({ work_id }) => work_id === row.id)
    const contracts = own(money.contracts)
    const sources = own(money.sources)
    const payables = money.payables.filter(({ contract_id }) => contracts.some(({ id }) => id === contract_id))
    return {
      ...{ row, contracts, sources, payables, estimates: own(money.estimates), assets: own(money.assets) },
      changes: money.changes.filter(({ contract_id }) => contracts.some(({ id }) => id === contract_id)),
      receipts: money.receipts.filter(({ source_id }) => sources.some(({ id }) => id === source_id)),
      // Paid is paid, also when its payable was struck out.
      payments: money.payments.filter(({ contract_id }) => contracts.some(({ id }) => id === contract_id)),
      ...{ milestones: own(site.milestones), reports: own(site.reports) },
      ...{ acceptances: own(site.acceptances), defects: own(site.defects) },
    }
  })
}

export type StoredWork = Awaited<ReturnType<typeof withRows>>[number]

export async function listStored(db: Database, zoneId: string): Promise<StoredWork[]> {
  return withRows(db, zoneId, await listWorkRows(db, zoneId))
}

/** 404 when it is not there. */
export async function lockStored(db: Database, zoneId: string, id: string): Promise<StoredWork> {
  const [stored] = await withRows(db, zoneId, [await lockWork(db, zoneId, id)])
  if (stored) return stored
  throw notFound()
}
