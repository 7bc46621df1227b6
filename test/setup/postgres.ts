import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { newAppLogin } from '../../src/platform/app-role.ts'
import { openPostgres } from '../../src/platform/postgres/open.ts'
import { makeTemplate } from './template.ts'

/** What the global setup hands to every test file; `freshDatabase` in database.ts reads it. */
export interface TestServer {
  /** Owner's address of the template; its database name is also the prefix of every copy. */
  readonly templateUrl: string
  readonly appRole: string
  readonly appPassword: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

interface Shared {
  readonly server: TestServer
  readonly stop: () => Promise<void>
}

/** The two projects that need PostgreSQL share one server in one run: the first starts it, the last stops it. */
const registry = globalThis as typeof globalThis & { luodiTestServer?: { users: number; opened?: Promise<Shared> } }
registry.luodiTestServer ??= { users: 0 }
const shared = registry.luodiTestServer

export async function setup(project: TestProject): Promise<void> {
  shared.users++
  shared.opened ??= open()
  project.provide('testServer', (await shared.opened).server)
}

export async function teardown(): Promise<void> {
  shared.users--
  if (shared.users > 0 || !shared.opened) return
  const opened = await shared.opened.catch(() => null)
  delete shared.opened
  await opened?.stop()
}

const folderPrefix = 'luodi-test-'
const throwaway = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name}=off`)
/** The launcher visits every database once in this time: hundreds of copies would keep it starting workers all the while. */
const rarelyVacuumed = 'autovacuum_naptime=600'

/**
 * An own embedded server in a temporary folder, or, with LUODI_TEST_DATABASE_URL, databases of this run on an outside one. LUODI_TEST_POSTGRES
 * names another PostgreSQL's programs: `LUODI_TEST_POSTGRES=/usr/lib/postgresql/15/bin npm test -- --project database`.
 */
async function open(): Promise<Shared> {
  const outside = process.env.LUODI_TEST_DATABASE_URL
  const programs = process.env.LUODI_TEST_POSTGRES
  await sweep()
  const dataFolder = join(tmpdir(), `${folderPrefix}${process.pid}`)
  if (!outside) await mkdir(dataFolder, { mode: 0o755 })
  const opened = await openPostgres({
    dataFolder,
    databaseUrl: outside,
    ...(programs && { programs }),
    serverSettings: [...throwaway, rarelyVacuumed, 'max_connections=200'],
  })
  const prefix = `luodi_test_${randomBytes(4).toString('hex')}`
  const login = newAppLogin()
  const templateUrl = await makeTemplate(opened.ownerUrl, prefix, login)
  const stop = async () => {
    if (outside) await dropAll(outside, prefix, login.role)
    await opened.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { server: { templateUrl, appRole: login.role, appPassword: login.password }, stop }
}

async function dropAll(url: string, prefix: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  await client.query(`drop role if exists ${role}`)
  await client.end()
}

/** Stops and removes what a killed run left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(folderPrefix) ? Number(name.slice(folderPrefix.length)) : 0
    if (!(pid > 0) || isAlive(pid)) continue
    const dataFolder = join(tmpdir(), name)
    // The lanes of a run begin together: another one may be sweeping the same folder.
    await openPostgres({ dataFolder })
      .then((left) => left.stop())
      .catch(() => undefined)
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
