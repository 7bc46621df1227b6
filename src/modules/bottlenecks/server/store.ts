import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { ActRow, BottleneckRow } from './table.ts'

/** A bottleneck with everything that was done, in order. */
export interface Stored {
  readonly row: BottleneckRow
  readonly acts: readonly ActRow[]
}

interface Narrow {
  readonly id?: string
  readonly project?: string | undefined
  readonly owner?: string
  readonly open?: boolean | undefined
}

export async function listStored(db: Database, zoneId: string, narrow: Narrow = {}): Promise<Stored[]> {
  let query = db
    .selectFrom('bottlenecks.bottlenecks')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
  if (narrow.id !== undefined) query = query.where('id', '=', narrow.id)
  if (narrow.project !== undefined) query = query.where('project_id', '=', narrow.project)
  if (narrow.owner !== undefined) query = query.where('owner_id', '=', narrow.owner)
  if (narrow.open === true) query = query.where('state', '=', 'open')
  return withActs(db, zoneId, await query.execute())
}

/** Held until the transaction ends; 404 when it is not there. */
export async function lockStored(db: Database, zoneId: string, id: string): Promise<Stored> {
  const row = await db
    .selectFrom('bottlenecks.bottlenecks')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const [stored] = row ? await withActs(db, zoneId, [row]) : []
  if (stored) return stored
  throw notFound()
}

async function withActs(db: Database, zoneId: string, rows: readonly BottleneckRow[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const acts = await db
    .selectFrom('bottlenecks.acts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('bottleneck_id', 'in', ids)
    .orderBy('bottleneck_id')
    .orderBy('ordinal')
    .execute()
  const byId = Map.groupBy(acts, ({ bottleneck_id }) => bottleneck_id)
  return rows.map((row) => ({ row, acts: byId.get(row.id) ?? [] }))
}
