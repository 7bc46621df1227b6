import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { AllotmentRow, BondRow, RepaymentRow, UseRow } from './table.ts'

export interface Stored {
  readonly row: BondRow
  readonly allotments: readonly AllotmentRow[]
  readonly uses: readonly UseRow[]
  readonly repayments: readonly RepaymentRow[]
}

export async function listStored(db: Database, zoneId: string): Promise<Stored[]> {
  const rows = await db
    .selectFrom('bonds.bonds')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .execute()
  return withLedgers(db, zoneId, rows)
}

/** Held until the transaction ends; 404 when it is not there. */
export async function lockStored(db: Database, zoneId: string, id: string): Promise<Stored> {
  const row = await db
    .selectFrom('bonds.bonds')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const [stored] = row ? await withLedgers(db, zoneId, [row]) : []
  if (stored) return stored
  throw notFound()
}

async function withLedgers(db: Database, zoneId: string, rows: readonly BondRow[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const allotments = await db
    .selectFrom('bonds.allotments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('bond_id', 'in', ids)
    .orderBy('id')
    .execute()
  const uses = await db
    .selectFrom('bonds.uses')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('bond_id', 'in', ids)
    .orderBy('id')
    .execute()
  const repayments = await db
    .selectFrom('bonds.repayments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('bond_id', 'in', ids)
    .where('archived_at', 'is', null)
    .orderBy('due_on')
    .execute()
  return rows.map((row) => {
    const own = <R extends { readonly bond_id: string }>(all: readonly R[]) =>
      all.filter((one) => one.bond_id === row.id)
    return { row, allotments: own(allotments), uses: own(uses), repayments: own(repayments) }
  })
}
