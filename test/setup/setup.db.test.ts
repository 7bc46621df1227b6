import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('every test file has a migrated database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  await query(one.ownerUrl, 'create table public.only_here (id int)')
  expect(await query(one.appUrl, `select count(*)::int > 0 as migrated from platform.migrations`)).toEqual([
    { migrated: true },
  ])
  expect(await query(other.ownerUrl, `select to_regclass('public.only_here') as found`)).toEqual([{ found: null }])
})

test('the app role of the tests owns nothing and passes no row security', async () => {
  const { appUrl } = await freshDatabase()
  const rows = await query(appUrl, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
})
