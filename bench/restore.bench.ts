import { rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { openDatabase } from '../src/platform/database.ts'
import { openBeside } from '../src/platform/postgres/beside.ts'
import { filesIn, luodi, onDatabase, type Written, writeOn } from '../test/faults/drill.ts'
import { cleanUp, openFolder, postmasterPid, ready, startServer } from '../test/runtime/program.ts'
import { signedInAs } from '../test/support/accounts.ts'
import { fillZones } from './load/zones.ts'

/**
 * R4: an installation with a hundred thousand cases (LUODI_ROWS) is backed up while writers write, everything is killed and its disk lost, and the
 * backup restored to its end: seconds a GB, and how old the youngest acknowledged write is that is not there any more. LUODI_GB: the database is
 * made so large with 20,000 cases and a table of noise, which neither packs nor shortens anything; a GB of it takes seconds to make.
 */
const wantedGigabytes = Number(process.env.LUODI_GB ?? 0)
const cases = Number(process.env.LUODI_ROWS ?? (wantedGigabytes > 0 ? 20_000 : 100_000))
const writers = 3
const writeMs = 30_000
const say = (text: string) => void process.stdout.write(`${text}\n`)

/** What was acknowledged, with the moment. */
interface Acknowledged extends Written {
  readonly at: number
}

const [data, vault, there] = [await openFolder(), await openFolder(), await openFolder()]
const program = startServer(data, { LUODI_BACKUP: vault })
try {
  const address = await ready(program)
  const { ownerUrl } = await openBeside({ dataFolder: data })
  const [postmaster, cookie] = [postmasterPid(data) ?? 0, await administrator(ownerUrl)]
  await fillZones({ ownerUrl, appUrl: ownerUrl, postmaster }, { zones: 10, cases, people: 20 })
  const gigabytes = await onDatabase(data, async (client) => {
    const without = await sizeOf(client)
    if (without >= wantedGigabytes) return without
    await fillWithNoise(client, wantedGigabytes - without)
    return sizeOf(client)
  })
  const before = performance.now()
  const backup = await luodi(['backup', '--keys'], { LUODI_DATA: data, LUODI_BACKUP: vault })
  if (backup.code !== 0) throw new Error(backup.stderr)
  const backupSeconds = (performance.now() - before) / 1000
  const written = await writeFor(address, cookie)
  // Nobody waits for the log to be archived: the disk is lost in the middle of the work.
  program.child.kill('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  await program.ended
  const lostAt = Date.now()
  rmSync(data, { recursive: true, force: true })
  const begun = performance.now()
  const restored = await luodi(['restore', vault, '--into', there], { LUODI_DATA: data, LUODI_BACKUP: vault })
  if (restored.code !== 0) throw new Error(restored.stderr)
  const seconds = (performance.now() - begun) / 1000
  const [verified] = /^journal: \d+ sealed events of \d+ zones verify$/m.exec(restored.stdout) ?? []
  if (!verified) throw new Error(`the restore says nothing of the journal: ${restored.stdout}`)
  const found = await onDatabase(there, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from organisation.departments where name like 'dept-%'`,
    )
    return new Set(rows.map(({ name }) => name))
  })
  const missing = written.filter(({ name }) => !found.has(name))
  const loss = missing.length === 0 ? 0 : (lostAt - Math.min(...missing.map(({ at }) => at))) / 1000
  const vaultGigabytes = filesIn(vault).reduce((sum, file) => sum + statSync(file).size, 0) / 2 ** 30
  say(
    `database ${gigabytes.toFixed(2)} GB, backup and log ${vaultGigabytes.toFixed(2)} GB, ${written.length} writes acknowledged after the backup`,
  )
  say(`backed up in ${backupSeconds.toFixed(1)} s: ${(backupSeconds / gigabytes).toFixed(1)} s a GB`)
  say(`restored in ${seconds.toFixed(1)} s; ${verified}`)
  goal('restored with every digest and the journal verified, s a GB ≤ 60', seconds / gigabytes, 60)
  goal(`oldest write lost with the disk (${missing.length} of ${written.length}), s ≤ 10`, loss, 10)
} finally {
  program.child.kill('SIGKILL')
  for (const folder of [data, vault, there]) await cleanUp(folder)
}

async function sizeOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
  return Number(rows[0]?.bytes) / 2 ** 30
}

/** Rows of a hundred digests: as many bytes as are wanted, but for a hundredth. */
async function fillWithNoise(client: pg.Client, gigabytes: number): Promise<void> {
  const rowBytes = 100 * 64 + 60
  await client.query('create table public.noise (id integer, bytes bytea)')
  await client.query('alter table public.noise alter column bytes set storage external')
  await client.query(
    `insert into public.noise select n, (select string_agg(sha512(int8send(n * 1000 + i)), ''::bytea) from generate_series(1, 100) i)
     from generate_series(1, $1::bigint) n`,
    [Math.ceil((gigabytes * 2 ** 30) / rowBytes)],
  )
  await client.query('checkpoint')
}

function goal(text: string, reached: number, most: number): void {
  if (reached > most) process.exitCode = 1
  say(`${reached <= most ? 'met   ' : 'MISSED'} ${text}: ${reached.toFixed(2)}`)
}

async function administrator(ownerUrl: string): Promise<string> {
  const db = openDatabase({ url: ownerUrl })
  try {
    return (await signedInAs(db, { zone: 'linyi', roles: ['admin'] })).headers.cookie
  } finally {
    await db.destroy()
  }
}

/** Writers in slices of a fifth of a second, so that the moment of each is known to that. */
async function writeFor(address: string, cookie: string): Promise<readonly Acknowledged[]> {
  const all: Acknowledged[] = []
  const end = Date.now() + writeMs
  while (Date.now() < end) {
    let over = false
    const slice = Promise.all(Array.from({ length: writers }, () => writeOn(address, cookie, () => over)))
    await sleep(200)
    over = true
    const at = Date.now()
    all.push(...(await slice).flat().map(({ name }) => ({ name, at })))
  }
  return all
}
