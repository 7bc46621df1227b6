import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { withClient } from '../../test/setup/client.ts'
import { emptyDatabase } from '../../test/setup/database.ts'
import { migrate } from './migrate.ts'
import { findMigrations, type Migration } from './migration-files.ts'

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

const first = migration('20260101-1-first.sql', 'create schema a; create table a.first (id uuid primary key);')
const second = migration('20260101-2-second.sql', 'create table a.second (id uuid primary key);')

async function tableNames(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'a' order by 1`),
  )
  return rows.map((row) => row.name)
}

it('applies every migration of the tree once, and the second run applies none', async () => {
  const url = await emptyDatabase()
  expect(await migrate(url)).toEqual(findMigrations().map((m) => m.name))
  expect(await migrate(url)).toEqual([])
})

it('applies what was added since', async () => {
  const url = await emptyDatabase()
  await migrate(url, [first])
  expect(await migrate(url, [first, second])).toEqual([second.name])
  expect(await tableNames(url)).toEqual(['first', 'second'])
})

it('refuses a file that was changed after it was applied, by name, and applies nothing', async () => {
  const url = await emptyDatabase()
  await migrate(url, [first])
  const changed = migration(first.name, `${first.sql} -- harmless`)
  await expect(migrate(url, [changed, second])).rejects.toMatchObject({
    code: 'migrate.file_changed',
    details: { name: first.name },
  })
  expect(await tableNames(url)).toEqual(['first'])
})

it('refuses a database that a newer program has migrated, before touching anything', async () => {
  const url = await emptyDatabase()
  await migrate(url, [first, second])
  const third = migration('20260101-3-third.sql', 'create table a.third (id uuid primary key);')
  await expect(migrate(url, [first, third])).rejects.toMatchObject({
    code: 'migrate.database_is_newer',
    details: { name: second.name },
  })
  expect(await tableNames(url)).toEqual(['first', 'second'])
})

it('undoes a migration that fails half way and names it with the reason', async () => {
  const url = await emptyDatabase()
  const broken = migration('20260102-1-broken.sql', 'create table a.half (id uuid primary key); select no_such_column;')
  await expect(migrate(url, [first, broken])).rejects.toMatchObject({ code: 'migrate.failed' })
  await expect(migrate(url, [first, broken])).rejects.toThrow('no_such_column')
  expect(await tableNames(url)).toEqual(['first'])
})

it('lets one of two migrators work while the other waits', async () => {
  const url = await emptyDatabase()
  const slow = migration('20260102-1-slow.sql', 'select pg_sleep(0.3); create table a.slow (id uuid primary key);')
  const results = await Promise.all([migrate(url, [first, slow]), migrate(url, [first, slow])])
  expect(results.toSorted((a, b) => a.length - b.length)).toEqual([[], [first.name, slow.name]])
})
