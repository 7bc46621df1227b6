import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { insertAccount } from '../../src/platform/access/accounts.ts'
import { setStanding } from '../../src/platform/access/memberships.ts'
import { hashPassword } from '../../src/platform/access/passwords.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { type OpenPostgres, openPostgres } from '../../src/platform/postgres/open.ts'
import { type Installation, openInstallation } from '../../src/platform/start.ts'
import { cleanUp, openFolder, type Program, ready, startServer } from '../runtime/program.ts'
import { testContext } from '../support/accounts.ts'

export interface RunningNode {
  readonly program: Program
  readonly address: string
}

/** Two processes of the program on one PostgreSQL and one shared data folder. */
export interface Pair {
  readonly ownerUrl: string
  /** Shared by the nodes; the database lies elsewhere. */
  readonly shared: string
  readonly nodes: RunningNode[]
  readonly installation: Installation
  readonly owner: pg.Client
  /** One more process of the program on the same database. */
  readonly begin: (env?: Readonly<Record<string, string>>) => Program
  readonly close: () => Promise<void>
}

/** Both begin at the same moment on an empty database and an empty folder. */
export async function openPair(env: Readonly<Record<string, string>>): Promise<Pair> {
  const folder = await openFolder()
  const postgres: OpenPostgres = await openPostgres({ dataFolder: folder })
  const { ownerUrl } = postgres
  const shared = join(folder, 'shared')
  mkdirSync(shared)
  const programs: Program[] = []
  const begin = (more = {}) => {
    const program = startServer(shared, { DATABASE_URL: ownerUrl, LUODI_LOG: 'info', ...env, ...more })
    programs.push(program)
    return program
  }
  const closePrograms = async () => {
    for (const { child } of programs) child.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
  }
  try {
    const both = [begin(), begin()]
    const addresses = await Promise.all(both.map((program) => ready(program, 150_000)))
    const nodes = both.map((program, i) => ({ program, address: addresses[i] ?? '' }))
    const installation = await openInstallation({ ownerUrl, dataFolder: shared, log: pino({ level: 'silent' }) })
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    const close = async () => {
      await closePrograms()
      await owner.end()
      await installation.db.destroy()
      await postgres.stop()
      await cleanUp(folder)
    }
    return { ownerUrl, shared, nodes, installation, owner, begin, close }
  } catch (error) {
    await closePrograms()
    await postgres.stop()
    await cleanUp(folder)
    throw error
  }
}

/** Lines of a node's log with this message. */
export function logged({ program }: RunningNode, message: string): Record<string, unknown>[] {
  return program
    .stderr()
    .split('\n')
    .filter((line) => line.includes(`"msg":"${message}"`))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** A request as JSON to one node; what was answered. */
export async function ask(
  { address }: RunningNode,
  path: string,
  given: { readonly method?: string; readonly cookie?: string; readonly body?: unknown } = {},
) {
  const { method = given.body === undefined ? 'GET' : 'POST', cookie = '', body } = given
  const headers = { cookie, 'content-type': 'application/json' }
  const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const answer = await fetch(`${address}${path}`, { ...sent, signal: AbortSignal.timeout(20_000) })
  const text = await answer.text()
  const set = /luodi_session=[\w-]+/.exec(answer.headers.get('set-cookie') ?? '')
  return { status: answer.status, text, cookie: set?.[0] ?? '' }
}

/** An open page of one node: the topics that it was told. */
export async function openPage({ address }: RunningNode, cookie: string) {
  const stop = new AbortController()
  const answer = await fetch(`${address}/api/zones/linyi/live`, { headers: { cookie }, signal: stop.signal })
  const state = { told: '', over: false }
  const read = async () => {
    for await (const chunk of answer.body ?? []) state.told += Buffer.from(chunk).toString()
  }
  const ended = read()
    .catch(() => undefined)
    .then(() => {
      state.over = true
    })
  const close = async () => {
    stop.abort()
    await ended
  }
  return { status: answer.status, told: () => state.told, over: () => state.over, close }
}

export const password = 'two nodes, one zone'

/** An account that signs in with `password`. */
export async function accountIn(db: Database, zone: ZoneRef, login: string): Promise<void> {
  const context = testContext(new Date(), zone)
  const given = { login, name: login, hash: await hashPassword(password), mustChange: false, demo: false }
  await inZone(db, zone.id, async (zoned) => {
    const account = await insertAccount(zoned, context, { ...given, homeZone: zone.id })
    if (!account) throw new Error(`the login ${login} is taken`)
    const standing = { roles: ['admin'] as const, enterpriseId: null, personId: null }
    await setStanding(zoned, context, { zone, account, standing })
  })
}

/** A folder that is no copy of the nodes' own. */
export function folderElsewhere(pair: Pair): string {
  const folder = join(pair.shared, '..', 'elsewhere')
  mkdirSync(join(folder, 'nodes'), { recursive: true })
  writeFileSync(join(folder, 'nodes', '1'), '{}\n')
  return folder
}
