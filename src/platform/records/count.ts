import { sql } from 'kysely'
import { z } from 'zod'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { type ListConditions, listShape } from '../../kernel/record-list.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { tableRef } from './columns.ts'
import { listConditions } from './conditions.ts'
import { whereCondition } from './where.ts'

/** What of an address narrows the list of a kind; null when it no longer fits the kind. */
export function conditionsIn(kind: AnyRecordKind, search: string): ListConditions | null {
  const shape = listShape(kind)
  const given = [...new URLSearchParams(search)].filter(([name, value]) => name in shape && value !== '')
  const read = z.strictObject(shape).safeParse({ ...Object.fromEntries(given), zone: '' })
  if (!read.success) return null
  const conditions = read.data as ListConditions
  return conditions.where === undefined || fitsWhere(kind, conditions.where) ? conditions : null
}

function fitsWhere(kind: AnyRecordKind, where: string): boolean {
  try {
    whereCondition(kind, where)
    return true
  } catch {
    return false
  }
}

/** How many records the conditions let through; counting ends at `most` and one. */
export async function countRecords(
  db: Database,
  acting: Acting,
  { kind, input, most }: { readonly kind: AnyRecordKind; readonly input: ListConditions; readonly most: number },
): Promise<number> {
  const conditions = await listConditions(db, acting, { kind, input })
  const { rows } = await sql<{ count: string }>`select count(*) as count from (
    select 1 from ${tableRef(kind)} t where ${sql.join(conditions, sql` and `)} limit ${most + 1}) as counted`.execute(
    db,
  )
  return Number(rows[0]?.count ?? 0)
}
