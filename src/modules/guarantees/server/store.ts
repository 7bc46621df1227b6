import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { EntryRow, NeedRow } from './table.ts'

export interface Stored {
  readonly row: NeedRow
  readonly entries: readonly EntryRow[]
}

export async function listStored(db: Database, zoneId: string, projectId?: string): Promise<Stored[]> {
  let query = db
    .selectFrom('guarantees.needs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('needed_on')
    .orderBy('id')
  if (projectId !== undefined) query = query.where('project_id', '=', projectId)
  return withEntries(db, zoneId, await query.execute())
}

/** Held until the transaction ends; 404 when it is not there. */
export async function lockStored(db: Database, zoneId: string, id: string): Promise<Stored> {
  const row = await db
    .selectFrom('guarantees.needs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const [stored] = row ? await withEntries(db, zoneId, [row]) : []
  if (stored) return stored
  throw notFound()
}

async function withEntries(db: Database, zoneId: string, rows: readonly NeedRow[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const entries = await db
    .selectFrom('guarantees.entries')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('need_id', 'in', ids)
    .orderBy('id')
    .execute()
  const byNeed = Map.groupBy(entries, ({ need_id }) => need_id)
  return rows.map((row) => ({ row, entries: byNeed.get(row.id) ?? [] }))
}
