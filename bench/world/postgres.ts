import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type AppLogin, appUrl, newAppLogin } from '../../src/platform/app-role.ts'
import { openPostgres } from '../../src/platform/postgres/open.ts'
import { makeTemplate, withDatabase } from '../../test/setup/template.ts'
import { parentOf } from './meter.ts'

export interface World {
  /** Superuser of one migrated database with the reference data. */
  readonly ownerUrl: string
  /** The role as which the product serves. */
  readonly appUrl: string
  /** Process id of the postmaster. */
  readonly postmaster: number
}

/** Autovacuum would fall on whoever runs at that moment: tables are vacuumed and analysed after loading instead. Durability is as shipped. */
const settings = ['max_connections=100', 'shared_buffers=512MB', 'max_wal_size=4GB']

/** A PostgreSQL of the comparison's own with one database, gone afterwards. */
export async function withWorld(
  work: (world: World) => Promise<void>,
  { autovacuum = false }: { readonly autovacuum?: boolean } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-bench-'))
  chmodSync(folder, 0o755)
  const opened = await openPostgres({
    dataFolder: folder,
    serverSettings: autovacuum ? settings : ['autovacuum=off', ...settings],
  })
  try {
    const login: AppLogin = newAppLogin()
    const ownerUrl = await makeTemplate(opened.ownerUrl, 'bench', login)
    await work({ ownerUrl, appUrl: appUrl(ownerUrl, login), postmaster: await postmasterOf(ownerUrl) })
  } finally {
    await opened.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A second database on the same server, for a peer that brings its own tables. */
export async function makeDatabase({ ownerUrl }: World, name: string): Promise<string> {
  await withOwner(ownerUrl, (client) => client.query(`create database ${name}`))
  return withDatabase(ownerUrl, name)
}

function postmasterOf(url: string): Promise<number> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return parentOf(rows[0]?.pid ?? 0)
  })
}
