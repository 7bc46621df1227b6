import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** A lead that is not archived; 404 otherwise. `lock` holds it until the transaction ends. Needs the zone's context. */
export async function getLeadRow(db: Database, zoneId: string, id: string, lock = false) {
  const query = db
    .selectFrom('promotion.leads')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** An agreement that is not archived; 404 otherwise. */
export async function getAgreementRow(db: Database, zoneId: string, id: string, lock = false) {
  const query = db
    .selectFrom('promotion.agreements')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** 409 with what to do, when somebody was faster. */
export function refuseStale(row: { readonly version: number; readonly updated_at: Date }, version: number): void {
  if (row.version === version) return
  throw new Problem(
    'conflict',
    'promotion.stale',
    { zh: '刚被他人改动，请刷新后再办。', en: 'Somebody has just changed it: reload, then decide.' },
    { version: row.version, updatedAt: row.updated_at.toISOString() },
  )
}

/** Ids of leads that were merged into these, through any number of merges. */
export async function mergedInto(db: Database, zoneId: string, id: string): Promise<string[]> {
  const found: string[] = []
  let asked = [id]
  while (asked.length > 0) {
    const rows = await db
      .selectFrom('promotion.leads')
      .select('id')
      .where('zone_id', '=', zoneId)
      .where('merged_into_id', 'in', asked)
      .orderBy('id')
      .execute()
    asked = rows.map((row) => row.id).filter((one) => one !== id && !found.includes(one))
    found.push(...asked)
  }
  return found
}
