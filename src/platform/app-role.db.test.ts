import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, it } from 'vitest'
import { withClient } from '../../test/setup/client.ts'
import { freshDatabase } from '../../test/setup/database.ts'
import { appLogin, appUrl, grantAppRole, newAppLogin } from './app-role.ts'
import { openDatabase } from './database.ts'
import { checkAppRole } from './role-flaws.ts'

async function flawsOf(url: string): Promise<unknown> {
  const db = openDatabase({ url })
  const found = await checkAppRole(db).then(
    () => [],
    (problem: unknown) => (problem as { details: { flaws: unknown } }).details.flaws,
  )
  await db.destroy()
  return found
}

/** Makes a role of one flaw, asks the check, and removes the role. */
async function flawsWith(flaw: (client: pg.Client, role: string) => Promise<void>): Promise<unknown> {
  const { ownerUrl } = await freshDatabase()
  const login = newAppLogin()
  await grantAppRole(ownerUrl, login)
  return withClient(ownerUrl, async (client) => {
    await flaw(client, login.role)
    const found = await flawsOf(appUrl(ownerUrl, login))
    await client.query(`drop owned by ${login.role}`)
    await client.query(`drop role ${login.role}`)
    return found
  })
}

it('finds nothing wrong with the role that the program makes for itself', async () => {
  expect(await flawsWith(async () => undefined)).toEqual([])
})

it('refuses a superuser, a role that bypasses row security and one that makes roles', async () => {
  expect(await flawsWith(async (client, role) => void (await client.query(`alter role ${role} superuser`)))).toEqual([
    'is a superuser',
    "is a member of the tables' owner",
    'may change or delete what is append-only',
  ])
  expect(await flawsWith(async (client, role) => void (await client.query(`alter role ${role} bypassrls`)))).toEqual([
    'bypasses row security',
  ])
  expect(await flawsWith(async (client, role) => void (await client.query(`alter role ${role} createrole`)))).toEqual([
    'may create roles, databases or replicate',
  ])
})

it('refuses a role that owns a table or belongs to an owner', async () => {
  const owning = await flawsWith(async (client, role) => {
    await client.query(`create table zones.mine (id uuid primary key)`)
    await client.query(`alter table zones.mine owner to ${role}`)
  })
  expect(owning).toEqual(['owns objects', "is a member of the tables' owner"])
  const member = await flawsWith(async (client, role) => {
    const { rows } = await client.query('select current_user as owner')
    await client.query(`grant ${client.escapeIdentifier(rows[0].owner)} to ${role}`)
  })
  expect(member).toEqual(["is a member of the tables' owner", 'may change or delete what is append-only'])
})

it.each(['update', 'delete', 'truncate', 'update (note)'])(
  'refuses a role that may %s events of the journal',
  async (right) => {
    const found = await flawsWith(
      async (client, role) => void (await client.query(`grant ${right} on journal.events to ${role}`)),
    )
    expect(found).toEqual(['may change or delete what is append-only'])
  },
)

it('refuses to grant to the owner itself, and leaves its rights as they were', async () => {
  const { ownerUrl } = await freshDatabase()
  const { username, password } = new URL(ownerUrl)
  const rights = () =>
    withClient(ownerUrl, async (c) => (await c.query(`select relname, relacl from pg_class order by oid`)).rows)
  const before = await rights()
  await expect(grantAppRole(ownerUrl, { role: username, password })).rejects.toMatchObject({
    code: 'database.role_unsafe',
  })
  expect(await rights()).toEqual(before)
})

it('says what to do when the owner may not make roles', async () => {
  const { ownerUrl } = await freshDatabase()
  const weak = newAppLogin()
  await withClient(ownerUrl, async (client) => {
    await client.query(`create role ${weak.role} login password '${weak.password}'`)
    const made = grantAppRole(appUrl(ownerUrl, weak), newAppLogin())
    await expect(made).rejects.toMatchObject({ code: 'database.role_not_made' })
    await client.query(`drop role ${weak.role}`)
  })
})

it('gives the app neither deletion nor the ledger of migrations', async () => {
  const { appUrl: url } = await freshDatabase()
  await withClient(url, async (client) => {
    await expect(client.query('delete from zones.settings')).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('delete from platform.migrations')).rejects.toMatchObject({ code: '42501' })
    await expect(client.query(`update platform.migrations set sha256 = ''`)).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('create table zones.own (id uuid)')).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('alter table zones.settings disable row level security')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

it('keeps its login in a file that only its owner reads, and reads it again', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'luodi-data-')), 'var')
  const login = appLogin(folder)
  expect(appLogin(folder)).toEqual(login)
  expect(statSync(join(folder, 'app-login.json')).mode & 0o777).toBe(0o600)
  expect(login.role).toMatch(/^luodi_app_[0-9a-f]{8}$/)
})

it('says what to do with a login file that cannot be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-data-'))
  writeFileSync(join(folder, 'app-login.json'), '{"role":')
  expect(() => appLogin(folder)).toThrow('Remove it')
})
