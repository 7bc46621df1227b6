import { sql } from 'kysely'
import { type AnyRecordKind, columnOf, fieldOf } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import type { UniqueKey } from './raw.ts'

const known = new Map<string, readonly UniqueKey[]>()

/**
 * What may exist once of a kind, as its table's unique indexes say: fields whose values together belong to one record that is not archived.
 * Asked of the catalog once a process; an index over anything but plain columns, or with a condition of its own, is left to the database.
 */
export async function uniqueKeys(db: Database, kind: AnyRecordKind): Promise<readonly UniqueKey[]> {
  const found = known.get(kind.table)
  if (found) return found
  const { rows } = await sql<{ columns: string[] }>`select array(
      select a.attname::text from unnest(i.indkey::smallint[]) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.place) as columns
    from pg_index i where i.indrelid = ${kind.table}::regclass and i.indisunique and not i.indisprimary and i.indexprs is null
      and coalesce(pg_get_expr(i.indpred, i.indrelid), '(archived_at IS NULL)') = '(archived_at IS NULL)'`.execute(db)
  const fields = new Map(Object.keys(kind.fields).map((name) => [columnOf(name), name]))
  const keys = rows
    .map(({ columns }) => columns.filter((column) => column !== 'zone_id').map((column) => fields.get(column)))
    .filter((key) => key.length > 0 && key.every((name) => name !== undefined && !fieldOf(kind, name).personal))
  known.set(kind.table, keys as UniqueKey[])
  return keys as UniqueKey[]
}
