import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openBeside } from '../../src/platform/postgres/beside.ts'
import { runLuodi } from '../runtime/program.ts'

/** Number of rows and digest of their text, by table. */
type Digests = Readonly<Record<string, string>>

/** Every restore ends the sessions on purpose. */
const endedOnPurpose = 'access.sessions'

/** One line a table, in one moment of the database. */
export async function digestsOf(client: pg.Client): Promise<Digests> {
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows.filter((row) => row.name !== endedOnPurpose)) {
    const digest = await client.query<{ told: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as told from ${name} t`,
    )
    found[name] = digest.rows[0]?.told ?? ''
  }
  await client.query('commit')
  return found
}

/** Works on the database of a data folder, beside its server or alone; PostgreSQL is stopped again where none ran. */
export async function onDatabase<T>(dataFolder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { ownerUrl, stop } = await openBeside({ dataFolder })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
    await stop()
  }
}

/** A moment of the database at which nothing moved for a while, and what was in it then. */
export async function stillMoment(client: pg.Client): Promise<{ at: Date; digests: Digests }> {
  for (let i = 0; i < 60; i++) {
    const before = await digestsOf(client)
    await sleep(400)
    const at = new Date()
    await sleep(400)
    const digests = await digestsOf(client)
    if (JSON.stringify(before) === JSON.stringify(digests)) return { at, digests }
  }
  throw new Error('the database never came to rest')
}

/** One command of the program's own on a data folder; answers what it printed, and how it ended. */
export async function luodi(args: readonly string[], env: Readonly<Record<string, string>>) {
  const program = runLuodi(args, { env })
  const code = await program.ended
  return { code, stdout: program.stdout(), stderr: program.stderr() }
}

/** Every file beneath a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export interface Written {
  readonly name: string
}

/** Makes departments one after the other until it is told to stop; answers those to which the server said yes. */
export async function writeOn(address: string, cookie: string, stopped: () => boolean): Promise<Written[]> {
  const written: Written[] = []
  while (!stopped()) {
    const name = `dept-${randomUUID()}`
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': name }
    const init = { method: 'POST', headers, body: JSON.stringify({ name }) }
    const answer = await fetch(`${address}/api/zones/linyi/departments`, init).catch(() => undefined)
    if (answer?.ok) written.push({ name })
    else await sleep(50)
  }
  return written
}
