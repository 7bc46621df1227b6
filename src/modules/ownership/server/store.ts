import type { Selectable } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type { Held } from '../domain/register.ts'
import type { HoldingRow } from './table.ts'

export type StoredHolding = Selectable<HoldingRow>

/** All holdings of an enterprise, past ones too, or all that one holds of others. Needs the zone's context. */
export async function listHoldings(
  db: Database,
  zoneId: string,
  of: { readonly enterpriseId: string } | { readonly holderId: string } | 'enterprises',
): Promise<readonly StoredHolding[]> {
  const all = db
    .selectFrom('ownership.holdings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  if (of === 'enterprises') return all.where('holder_id', 'is not', null).where('held_until', 'is', null).execute()
  const some =
    'enterpriseId' in of ? all.where('enterprise_id', '=', of.enterpriseId) : all.where('holder_id', '=', of.holderId)
  return some.orderBy('held_from', 'desc').orderBy('id').execute()
}

export function heldOf(row: StoredHolding): Held {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    holderId: row.holder_id,
    percent: Number(row.percent),
    paidInYuan: row.paid_in_yuan,
    heldFrom: row.held_from,
    heldUntil: row.held_until,
  }
}
