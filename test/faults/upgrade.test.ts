import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { findMigrations } from '../../src/platform/migration-files.ts'
import { openPostgres } from '../../src/platform/postgres/open.ts'
import { copyInstallation } from '../runtime/installed.ts'
import { cleanUp, openFolder } from '../runtime/program.ts'
import { within } from '../runtime/within.ts'
import { withClient } from '../setup/client.ts'
import { digestsOf, luodi, onDatabase } from './drill.ts'

/** A release from before this day is what is upgraded. */
const olderThan = '20261129'
const older = findMigrations().filter(({ name }) => name < olderThan)
const newer = findMigrations().filter(({ name }) => name >= olderThan)
const many = 200

interface Older {
  readonly columns: Columns
  readonly values: Readonly<Record<string, string>>
  readonly digests: Awaited<ReturnType<typeof digestsOf>>
}

/** What the older program has left, and all that was in it when its database was stopped. */
let made = ''
let before: Older

let data = ''
let elsewhere = ''

beforeAll(async () => {
  made = await openFolder()
  const { ownerUrl, stop } = await openPostgres({ dataFolder: made })
  await migrate(ownerUrl, older)
  before = await withClient(ownerUrl, async (client) => {
    await fill(client)
    const columns = await columnsOf(client)
    return { columns, values: await valuesIn(client, columns), digests: await digestsOf(client) }
  })
  await stop()
}, 200_000)

beforeEach(async () => {
  ;[data, elsewhere] = [await openFolder(), await openFolder()]
  await copyInstallation(made, data)
})

afterAll(() => cleanUp(made))

afterEach(async () => {
  await cleanUp(data)
  await cleanUp(elsewhere)
})

/** Rows as the older program wrote them. */
async function fill(client: pg.Client): Promise<void> {
  const zone = randomUUID()
  const stamps = `1, now(), 'system', now(), 'system', null`
  await client.query(
    `insert into zones.zones values ($1, 'linyi', '示例开发区', 'Example zone', 'provincial', '山西省', 'Shanxi', '141024', '某县',
       'Some county', 'M')`,
    [zone],
  )
  await client.query(
    `insert into access.accounts select gen_random_uuid(), 'officer' || i, 'Officer ' || i, 'scrypt$x', false, false, $1, array[$1::uuid],
       now(), 'system', now(), 'system', null from generate_series(1, ${many}) i`,
    [zone],
  )
  await client.query(
    `insert into organisation.departments (zone_id, id, version, created_at, created_by, updated_at, updated_by, archived_at, search_text, name)
     select $1, gen_random_uuid(), ${stamps}, 'd' || i, '部门' || i from generate_series(1, ${many}) i`,
    [zone],
  )
  await client.query(
    `insert into access.sessions (token_hash, account_id, created_at, seen_at, expires_at)
     select encode(sha256(id::text::bytea), 'hex'), id, now(), now(), now() + interval '1 hour' from access.accounts`,
  )
}

type Columns = ReadonlyMap<string, readonly string[]>

async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'platform') group by 1`)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

/** What stands in the columns that the older release knew. */
async function valuesIn(client: pg.Client, columns: Columns): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [table, names] of columns) {
    const { rows } = await client.query(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as told
       from (select ${names.join(', ')} from ${table}) t`,
    )
    found[table] = rows[0].told
  }
  return found
}

test('an older database is backed up, then upgraded with every row as it was; the backup leads back to the older state', async () => {
  expect(newer.length).toBeGreaterThan(10)
  const upgraded = await luodi(['migrate'], { LUODI_DATA: data })
  expect(upgraded, upgraded.stderr).toMatchObject({ code: 0 })
  expect(upgraded.stdout.trim().split('\n')).toEqual(newer.map(({ name }) => name))
  expect(upgraded.stderr).toMatch(/a backup is made first/)
  expect(await onDatabase(data, (client) => valuesIn(client, before.columns))).toEqual(before.values)

  const backups = readdirSync(join(data, 'backups')).filter((name) => /^\d{8}T/.test(name))
  expect(backups).toHaveLength(1)
  const restored = await within(data, ['restore', join(data, 'backups'), '--into', elsewhere])
  expect(restored, restored.stderr).toMatchObject({ code: 0 })
  expect(await onDatabase(elsewhere, digestsOf)).toEqual(before.digests)
}, 300_000)

test('an upgrade that cannot succeed does not begin: no place for the backup, a database of a newer program, a changed migration', async () => {
  const [first] = older
  const noPlace = await luodi(['migrate'], { LUODI_DATA: data, LUODI_BACKUP: '/dev/null/backups' })
  expect(noPlace).toMatchObject({ code: 1, stdout: '' })
  expect(noPlace.stderr).toMatch(/the database is untouched and the upgrade has not begun/)
  await onDatabase(data, async (client) => {
    expect(await digestsOf(client)).toEqual(before.digests)
    await client.query(`insert into platform.migrations values ('20991231-1-later.sql', 'x', now())`)
  })

  const tooNew = await within(data, ['migrate'])
  expect(tooNew).toMatchObject({ code: 1, stdout: '' })
  expect(tooNew.stderr).toMatch(/A newer program has migrated this database.*20991231-1-later\.sql/)
  await onDatabase(data, async (client) => {
    await client.query(`delete from platform.migrations where name = '20991231-1-later.sql'`)
    await client.query(`update platform.migrations set sha256 = 'other' where name = $1`, [first?.name])
  })

  const changed = await within(data, ['migrate'])
  expect(changed).toMatchObject({ code: 1, stdout: '' })
  expect(changed.stderr).toContain(first?.name)
  await onDatabase(data, async (client) => {
    await client.query('update platform.migrations set sha256 = $1 where name = $2', [first?.sha256, first?.name])
    expect(await digestsOf(client)).toEqual(before.digests)
  })
  expect(readdirSync(data)).not.toContain('backups')
}, 300_000)
