import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { NeedRow, OfferRow, ProductRow } from './table.ts'

export type StoredNeed = Selectable<NeedRow>
export type StoredProduct = Selectable<ProductRow>
export type StoredOffer = Selectable<OfferRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

interface Asked {
  readonly caller: Caller
  readonly id: string
}

/** A need that is not archived, as the caller may see it. */
export async function getNeed(db: Database, zoneId: string, { caller, id }: Asked): Promise<StoredNeed> {
  let query = db
    .selectFrom('finance.needs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  if (isOutsider(caller)) query = query.where('enterprise_id', '=', caller.enterpriseId ?? nobodys)
  const row = await query.executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** Products that are offered on a day, in the order of their names. */
export async function offeredProducts(db: Database, zoneId: string, day: string): Promise<readonly StoredProduct[]> {
  return db
    .selectFrom('finance.products')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Products by their ids, those too that are no longer offered. */
export async function productNames(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<StoredProduct, 'id' | 'name' | 'provider'>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('finance.products')
    .select(['id', 'name', 'provider'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listOffers(
  db: Database,
  zoneId: string,
  of: { readonly needId: string } | { readonly enterpriseId: string },
): Promise<readonly StoredOffer[]> {
  const all = db.selectFrom('finance.offers').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  const some = 'needId' in of ? all.where('need_id', '=', of.needId) : all.where('enterprise_id', '=', of.enterpriseId)
  return some.orderBy('id', 'desc').execute()
}

export async function lockOffer(db: Database, zoneId: string, { caller, id }: Asked): Promise<StoredOffer> {
  let query = db
    .selectFrom('finance.offers')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  if (isOutsider(caller)) query = query.where('enterprise_id', '=', caller.enterpriseId ?? nobodys)
  const row = await query.forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}
