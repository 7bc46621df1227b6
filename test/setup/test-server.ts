import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newAppLogin } from '../../src/platform/app-role.ts'
import { openPostgres } from '../../src/platform/postgres/open.ts'
import { withClient } from './client.ts'
import { makeTemplate } from './template.ts'

/** What every test file is handed; `freshDatabase` in database.ts reads it. */
export interface TestServer {
  /** Owner's address of the template; its database name is also the prefix of every copy. */
  readonly templateUrl: string
  readonly appRole: string
  readonly appPassword: string
}

export interface OpenTestServer {
  readonly server: TestServer
  readonly stop: () => Promise<void>
}

const folderPrefix = 'luodi-test-'
const throwaway = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name}=off`)
/** The launcher visits every database once in this time: hundreds of copies would keep it starting workers all the while. */
const rarelyVacuumed = 'autovacuum_naptime=600'
/** Passwords of tests guard nothing: to prove one 4,096 times at each of thousands of connections costs as much as many a test. From 16 on. */
const provedOnce = 'scram_iterations=1'

/**
 * An own embedded server in a temporary folder, or, with LUODI_TEST_DATABASE_URL, databases of this run on an outside one. LUODI_TEST_POSTGRES
 * names another PostgreSQL's programs: `LUODI_TEST_POSTGRES=/usr/lib/postgresql/15/bin npm test -- --project database`.
 */
export async function openTestServer(): Promise<OpenTestServer> {
  const outside = process.env.LUODI_TEST_DATABASE_URL
  const programs = process.env.LUODI_TEST_POSTGRES
  await sweep()
  const dataFolder = join(tmpdir(), `${folderPrefix}${process.pid}`)
  if (!outside) await mkdir(dataFolder, { mode: 0o755 })
  const opened = await openPostgres({
    dataFolder,
    databaseUrl: outside,
    ...(programs && { programs }),
    serverSettings: [...[...throwaway, rarelyVacuumed, 'max_connections=300'], ...(programs ? [] : [provedOnce])],
  })
  if (!outside && !programs) await hashAgain(opened.ownerUrl)
  const { ownerUrl } = opened
  const prefix = `luodi_test_${randomBytes(4).toString('hex')}`
  const login = newAppLogin()
  const templateUrl = await makeTemplate(ownerUrl, prefix, login)
  const stop = async () => {
    if (outside) await dropAll(outside, prefix, login.role)
    await opened.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { server: { templateUrl, appRole: login.role, appPassword: login.password }, stop }
}

/** The owner's password was made before the server had its settings. */
async function hashAgain(ownerUrl: string): Promise<void> {
  const { username, password } = new URL(ownerUrl)
  await withClient(ownerUrl, async (client) => {
    const [role, secret] = [client.escapeIdentifier(username), client.escapeLiteral(decodeURIComponent(password))]
    await client.query(`alter role ${role} password ${secret}`)
  })
}

async function dropAll(url: string, prefix: string, role: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
    await client.query(`drop role if exists ${role}`)
  })
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
