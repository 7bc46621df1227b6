import type { Selectable } from 'kysely'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { PostingView } from '../contract/trade.ts'
import type { MatchFacts } from '../domain/answer.ts'
import type { MatchRow } from './table.ts'

export type StoredMatch = Selectable<MatchRow>

/** Postings of the zone whose enterprise is there, the oldest first. Needs the zone's context. */
export async function listPostings(db: Database, zoneId: string): Promise<readonly PostingView[]> {
  const rows = await db
    .selectFrom('chains.postings as posting')
    .innerJoin('enterprises.enterprises as enterprise', (join) =>
      join.onRef('enterprise.zone_id', '=', 'posting.zone_id').onRef('enterprise.id', '=', 'posting.enterprise_id'),
    )
    .select(['posting.id', 'posting.side', 'posting.product', 'posting.quantity', 'posting.unit', 'posting.region'])
    .select(['posting.from_on', 'posting.until_on', 'posting.note', 'posting.sample'])
    .select(['enterprise.id as enterprise_id', 'enterprise.name'])
    .where('posting.zone_id', '=', zoneId)
    .where('enterprise.zone_id', '=', zoneId)
    .where('posting.archived_at', 'is', null)
    .where('enterprise.archived_at', 'is', null)
    .orderBy('posting.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, side: row.side, product: row.product, unit: row.unit, region: row.region, note: row.note },
    ...{ fromOn: row.from_on, untilOn: row.until_on, sample: row.sample },
    enterprise: { id: row.enterprise_id, name: row.name },
    quantity: row.quantity === null ? null : Number(row.quantity),
  }))
}

export function matchesIn(db: Database, zoneId: string) {
  return db.selectFrom('chains.matches').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

/** Locked until the transaction ends. */
export async function lockMatch(db: Database, zoneId: string, id: string): Promise<StoredMatch> {
  const row = await matchesIn(db, zoneId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export function factsOf(row: StoredMatch): MatchFacts {
  return { supplyAnswer: row.supply_answer, demandAnswer: row.demand_answer, reason: row.reason }
}
