import type pg from 'pg'
import { expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { freshDatabase } from '../../../test/setup/database.ts'
import { type AnyRecordKind, columnOf, fieldOf } from '../../kernel/record-kind.ts'
import { loadModules } from '../modules.ts'
import { sqlTypeOf } from './columns.ts'
import { fieldIn } from './problems.ts'
import { registryOf } from './registry.ts'

const kinds = [...registryOf(await loadModules()).values()]

const standard = {
  zone_id: 'uuid not null',
  id: 'uuid not null',
  version: 'integer not null',
  created_at: 'timestamp with time zone not null',
  created_by: 'text not null',
  updated_at: 'timestamp with time zone not null',
  updated_by: 'text not null',
  archived_at: 'timestamp with time zone',
  sample: 'boolean not null',
}

function declaredColumns(kind: AnyRecordKind): Record<string, string> {
  const fields = Object.keys(kind.fields).map((name) => {
    const field = fieldOf(kind, name)
    return [columnOf(name), `${sqlTypeOf(field)}${field.required ? ' not null' : ''}`] as const
  })
  return {
    ...standard,
    ...(kind.search.length > 0 && { search_text: 'text not null' }),
    ...Object.fromEntries(fields),
  }
}

async function tableColumns(client: pg.ClientBase, table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as type
     from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped`,
    [table],
  )
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]))
}

async function indexesOf(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ columns: string }>(
    `select (select string_agg(pg_get_indexdef(i.indexrelid, n::integer, false), ',' order by n) from generate_series(1, i.indnkeyatts) n) as columns
     from pg_index i where i.indrelid = to_regclass($1) and i.indpred is null`,
    [table],
  )
  // PostgreSQL puts a column in quotes whose name is also a word of SQL: `position`.
  return rows.map(({ columns }) => columns.replaceAll('"', ''))
}

it('sees the kinds of the modules', () => {
  expect(kinds.map((kind) => kind.name)).toEqual(
    expect.arrayContaining(['organisation.department', 'organisation.person', 'enterprises.enterprise']),
  )
})

it('the table of every kind has exactly the declared columns with their types', async () => {
  const { ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, async (client) => {
    for (const kind of kinds) {
      expect(await tableColumns(client, kind.table), kind.table).toEqual(withNumeric(declaredColumns(kind)))
    }
  })
})

/** A numeric column may carry its precision; a declared decimal says only its scale. */
function withNumeric(columns: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [
      name,
      type.startsWith('numeric') && !type.includes('(') ? expect.stringMatching(/^numeric/) : type,
    ]),
  )
}

it('every order of a list has its index, and every unique key lets archived records be', async () => {
  const { ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, async (client) => {
    for (const kind of kinds) {
      const indexes = await indexesOf(client, kind.table)
      for (const name of Object.keys(kind.fields).filter((field) => fieldOf(kind, field).sort)) {
        expect(indexes, `${kind.table}: index for ${name}`).toContain(`zone_id,${columnOf(name)},id`)
      }
      const { rows } = await client.query(
        `select i.indexrelid::regclass::text as name from pg_index i
         where i.indrelid = to_regclass($1) and i.indisunique and not i.indisprimary and i.indpred is null`,
        [kind.table],
      )
      expect(rows, `${kind.table}: unique keys over archived records`).toEqual([])
    }
  })
})

it('the name of every unique key and foreign key tells the field that it is about', async () => {
  const { ownerUrl } = await freshDatabase()
  await withClient(ownerUrl, async (client) => {
    for (const kind of kinds) {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
         where i.indrelid = to_regclass($1) and i.indisunique and not i.indisprimary
         union all select conname from pg_constraint where conrelid = to_regclass($1) and contype = 'f'
           and confrelid <> 'zones.zones'::regclass`,
        [kind.table],
      )
      const mute = rows.map(({ name }) => name).filter((name) => fieldIn(kind, name) === undefined)
      expect(mute, `${kind.table}: name them <table>_unique_<column> or <table>_<column>_fkey`).toEqual([])
    }
  })
})
