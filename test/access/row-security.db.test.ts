import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { listZonedTables } from '../../src/platform/linter/lint.ts'
import { withClient } from '../setup/client.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'

const [here, elsewhere] = [randomUUID(), randomUUID()]
let database: TestDatabase
let tables: readonly string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await withClient(database.ownerUrl, async (client) => {
    // The index of names holds no value and has no wall of its own.
    const zoned = await listZonedTables(client)
    tables = zoned.filter(({ zone }) => zone === 'zone_id').map(({ name }) => name)
    for (const table of tables) await fill(client, table)
  })
})

/** One row of `here` in the table, whatever its columns; this copy of the database gives up its other constraints for that. */
async function fill(client: pg.Client, table: string): Promise<void> {
  const constraints = await client.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`,
    [table],
  )
  for (const { name } of constraints.rows) await client.query(`alter table ${table} drop constraint ${name}`)
  const { rows } = await client.query<{ name: string; type: string; kind: string }>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type, typcategory as kind
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and attgenerated = '' order by attnum`,
    [table],
  )
  const values = rows.map(({ name, type, kind }) => (name === 'zone_id' ? here : sample(type, kind)))
  const columns = rows.map(({ name }) => name).join(', ')
  const places = values.map((_, i) => `$${i + 1}`).join(', ')
  await client.query(`insert into ${table} (${columns}) values (${places})`, values)
}

function sample(type: string, kind: string): unknown {
  if (type === 'uuid') return randomUUID()
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'bytea') return Buffer.from('00', 'hex')
  const byKind: Readonly<Record<string, unknown>> = { A: '{}', B: false, D: '2026-03-02', N: 1 }
  return byKind[kind] ?? 'x'
}

/** Asks as the program's own role, with all of the program's checks left out; what it changes is undone. */
async function asProgram<T>(client: pg.Client, zone: string | undefined, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    if (zone !== undefined) await client.query(`set local luodi.zone_id = '${zone}'`)
    return await work()
  } finally {
    await client.query('rollback')
  }
}

const count = (client: pg.Client, zone: string | undefined, table: string) =>
  asProgram(client, zone, async () => Number((await client.query(`select count(*) from ${table}`)).rows[0]?.count))

const denied = '42501'
/** Rows that a statement changed; 0 also when the role may not change this table at all. */
const changed = (client: pg.Client, zone: string, statement: string) =>
  asProgram(client, zone, () =>
    client.query(statement).then(
      (result) => result.rowCount ?? 0,
      (error: pg.DatabaseError) => {
        if (error.code === denied) return 0
        throw error
      },
    ),
  )

/** On one connection, as a pooled one is used for every zone in turn. */
const ofEachTable = (ask: (client: pg.Client, table: string) => Promise<void>) =>
  withClient(database.appUrl, async (client) => {
    for (const table of tables) await ask(client, table)
  })

describe('row-level security alone, with the checks of the program left out', () => {
  it('shows every zoned table to its own zone', async () => {
    expect(tables.length).toBeGreaterThan(3)
    const empty: string[] = []
    await ofEachTable(async (client, table) => {
      if ((await count(client, here, table)) === 0) empty.push(table)
    })
    expect(empty).toEqual([])
  })

  it('shows 0 rows of every zoned table to another zone, and to no zone', async () => {
    const leaks: string[] = []
    await ofEachTable(async (client, table) => {
      if ((await count(client, elsewhere, table)) !== 0) leaks.push(`${table} to another zone`)
      if ((await count(client, undefined, table)) !== 0) leaks.push(`${table} to no zone`)
    })
    expect(leaks).toEqual([])
  })

  it('lets another zone change or remove none of its rows, and add none under its name', async () => {
    const leaks: string[] = []
    await ofEachTable(async (client, table) => {
      if ((await changed(client, elsewhere, `update ${table} set zone_id = zone_id`)) !== 0)
        leaks.push(`${table} updated`)
      if ((await changed(client, elsewhere, `delete from ${table}`)) !== 0) leaks.push(`${table} deleted`)
      const copy = `insert into ${table} select * from ${table} where false returning 1`
      if ((await changed(client, elsewhere, copy)) !== 0) leaks.push(`${table} inserted`)
    })
    expect(leaks).toEqual([])
  })
})
