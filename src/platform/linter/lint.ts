import type pg from 'pg'
import type { Label } from '../../kernel/label.ts'
import { rules } from './rules.ts'
import type { ZonedTable } from './statements.ts'

/** One object of the catalog that breaks one rule of the house. */
export interface Fault {
  readonly rule: string
  /** Schema-qualified, with the index, constraint or column where it lies. */
  readonly object: string
  readonly text: Label
}

/** Checks a migrated database against every rule. A clean schema has no faults. */
export async function lintCatalog(client: pg.ClientBase): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const { code, text, query } of rules) {
    const { rows } = await client.query<{ object: string }>(query)
    faults.push(...rows.map(({ object }) => ({ rule: code, object, text })))
  }
  return faults
}

/** The tables whose rows belong to zones, with the column that says to which. */
export async function listZonedTables(client: pg.ClientBase): Promise<readonly ZonedTable[]> {
  const { rows } = await client.query<ZonedTable>(`
    select n.nspname || '.' || c.relname as name, a.attname::text as zone
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and not a.attisdropped and a.attname = coalesce(
      substring(obj_description(c.oid, 'pg_class') from '^reference: distributed by (\\w+)'), 'zone_id')
    order by 1`)
  return rows
}
