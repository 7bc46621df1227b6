import { holdingOn } from '../../../kernel/dated.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { Urgency } from '../contract/words.ts'
import type { Hours } from '../domain/limit.ts'
import type { ActRow, FaultRow } from './table.ts'

/** A fault with everything that was done, in order. */
export interface Stored {
  readonly row: FaultRow
  readonly acts: readonly ActRow[]
}

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of faults for a caller starts here: an enterprise sees its own, everybody else the zone's. */
export function faultsIn(db: Database, zoneId: string, caller?: Caller) {
  const zone = db.selectFrom('upkeep.faults').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  if (caller === undefined || !isOutsider(caller)) return zone
  return zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys)
}

export async function listStored(db: Database, zoneId: string, caller?: Caller): Promise<Stored[]> {
  return withActs(db, zoneId, await faultsIn(db, zoneId, caller).orderBy('id', 'desc').execute())
}

/** Held until the transaction ends; 404 when it is not there for this caller. */
export async function lockStored(db: Database, zoneId: string, { id, caller }: { id: string; caller: Caller }) {
  const row = await faultsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  const [stored] = row ? await withActs(db, zoneId, [row]) : []
  if (stored) return stored
  throw notFound()
}

async function withActs(db: Database, zoneId: string, rows: readonly FaultRow[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const acts = await db
    .selectFrom('upkeep.acts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('fault_id', 'in', ids)
    .orderBy('fault_id')
    .orderBy('ordinal')
    .execute()
  const byFault = Map.groupBy(acts, ({ fault_id }) => fault_id)
  return rows.map((row) => ({ row, acts: byFault.get(row.id) ?? [] }))
}

/** The hours of an urgency that held when a fault was reported; null: nobody has entered any. */
export async function hoursIn(db: Database, zoneId: string) {
  const rows = await db
    .selectFrom('upkeep.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const dated = rows.map((row) => ({ ...row, validFrom: row.valid_from, validUntil: row.valid_until }))
  return (urgency: Urgency, at: Date): Hours | null => {
    const found = holdingOn(dated, legalDayOf(at)).findLast((rule) => rule.urgency === urgency)
    return found ? { takeHours: found.take_hours, mendHours: found.mend_hours } : null
  }
}
