import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { RepairableEntry } from '../domain/repair.ts'
import type { EntryRow, RepairRow } from './table.ts'

export type StoredEntry = Selectable<EntryRow>
export type StoredRepair = Selectable<RepairRow>

/** An entry with its latest application for repair. */
export interface LedgerLine {
  readonly row: StoredEntry
  readonly repair: StoredRepair | null
  readonly facts: RepairableEntry
}

/** The ledger of these enterprises, the latest entry first; of all when none are named. */
export async function listLedger(
  db: Database,
  zoneId: string,
  enterprises?: readonly string[],
): Promise<readonly LedgerLine[]> {
  if (enterprises?.length === 0) return []
  let entries = db.selectFrom('credit.entries').selectAll().where('zone_id', '=', zoneId)
  let repairs = db
    .selectFrom('credit.repairs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  if (enterprises) {
    entries = entries.where('enterprise_id', 'in', enterprises)
    repairs = repairs.where('enterprise_id', 'in', enterprises)
  }
  const rows = await entries.orderBy('happened_on', 'desc').orderBy('id', 'desc').execute()
  const byEntry = new Map<string, StoredRepair[]>()
  for (const repair of await repairs.orderBy('id').execute()) {
    byEntry.set(repair.entry_id, [...(byEntry.get(repair.entry_id) ?? []), repair])
  }
  return rows.map((row) => lineOf(row, byEntry.get(row.id) ?? []))
}

function lineOf(row: StoredEntry, repairs: readonly StoredRepair[]): LedgerLine {
  const repair = repairs.at(-1) ?? null
  const granted = repairs.find(({ state }) => state === 'granted')
  return {
    row,
    repair,
    facts: {
      points: row.points,
      happenedOn: row.happened_on,
      expiresOn: row.expires_on,
      repairedFrom: granted?.counts_until ?? null,
      repairAfterDays: row.repair_after_days,
      repairLeavesMonths: row.repair_leaves_months,
      repair: repair?.state ?? null,
    },
  }
}

/** The enterprise that the caller may ask about: an outsider's own, anybody's for the zone's people; 404 otherwise. */
export async function getEnterprise(db: Database, zoneId: string, { caller, id }: { caller: Caller; id?: string }) {
  const asked = id ?? caller.enterpriseId
  if (asked === null || (isOutsider(caller) && asked !== caller.enterpriseId)) throw notFound()
  const row = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', asked)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** Two who enter or repair at one enterprise at once wait for one another. */
export async function lockEnterprise(db: Database, zoneId: string, id: string): Promise<void> {
  await db
    .selectFrom('enterprises.enterprises')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}
