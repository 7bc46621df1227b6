import { sql } from 'kysely'
import { fieldOf } from '../../kernel/record-kind.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { columnRef, rowJson, sqlTypeOf, tableRef } from '../records/columns.ts'
import { parseRow, type StoredRow, shown } from '../records/personal.ts'
import { openRow } from '../records/read.ts'
import { scopeOf } from '../records/scope.ts'
import type { Known } from '../records/statement.ts'
import type { UniqueKey } from './raw.ts'

/** A record of the zone: `shown` as it is answered, personal values masked, `open` with them in full for rules over the whole. */
export interface Existing {
  readonly id: string
  readonly version: number
  readonly archived: boolean
  readonly shown: StoredRow
  readonly open: Readonly<Record<string, unknown>>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The records of these ids that the caller may reach, archived or not. */
export async function recordsById(
  db: Database,
  acting: Acting,
  { kind, registry, ids }: Known & { readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Existing>> {
  const asked = ids.filter((id) => uuid.test(id))
  if (asked.length === 0) return new Map()
  const rows = await select(db, acting, { kind, registry }, sql`t.id = any(${asked}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The records that are not archived and have these values of a unique key, by `keyText`. */
export async function recordsByKey(
  db: Database,
  acting: Acting,
  {
    kind,
    registry,
    key,
    values,
  }: Known & { readonly key: UniqueKey; readonly values: readonly (readonly unknown[])[] },
): Promise<ReadonlyMap<string, Existing>> {
  if (values.length === 0) return new Map()
  const columns = key.map((name, i) => {
    const all = values.map((one) => one[i])
    return sql`${all}::${sql.raw(sqlTypeOf(fieldOf(kind, name)))}[]`
  })
  const pairs = key.map((name, i) => `${columnRef(name)} = k.k${i}`).join(' and ')
  const named = key.map((_, i) => `k${i}`).join(', ')
  // One column is looked up value by value whatever the table's statistics say: a list may be longer than they know the table to be.
  const among =
    key.length === 1
      ? sql`${sql.raw(columnRef(key[0] ?? ''))} = any(${columns[0]})`
      : sql`exists (select from unnest(${sql.join(columns)}) as k(${sql.raw(named)}) where ${sql.raw(pairs)})`
  const found = await select(db, acting, { kind, registry }, sql`t.archived_at is null and ${among}`)
  return new Map(found.map((row) => [keyText(key.map((name) => row.open[name])), row]))
}

export function keyText(values: readonly unknown[]): string {
  return JSON.stringify(values.map(String))
}

async function select(
  db: Database,
  acting: Acting,
  { kind, registry }: Known,
  condition: ReturnType<typeof sql>,
): Promise<readonly Existing[]> {
  const scope = scopeOf(kind, acting.caller)
  const { rows } = await sql<{ row: string }>`select ${rowJson(kind, registry)} as row from ${tableRef(kind)} t
    where t.zone_id = ${zoneOf(acting).id} and ${condition} ${scope ? sql`and ${scope}` : sql``}`.execute(db)
  return rows.map(({ row }) => {
    const stored = parseRow(row)
    const { id, version, archivedAt } = stored
    return {
      id,
      version,
      archived: archivedAt !== null,
      shown: shown(kind, stored),
      open: { ...stored, ...openRow(kind, stored) },
    }
  })
}
