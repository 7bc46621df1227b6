import type pg from 'pg'
import type { Label } from '../../kernel/label.ts'
import { rules } from './rules.ts'

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

/** Names of the zoned tables, `schema.table`. */
export async function listZonedTables(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'zone_id' and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
    order by 1`)
  return rows.map((row) => row.name)
}
