import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type pg from 'pg'
import { pino } from 'pino'
import type { Endpoint } from '../src/kernel/endpoint.ts'
import { sheetEndpoints } from '../src/kernel/sheet-endpoints.ts'
import type { ImportView } from '../src/kernel/sheet-view.ts'
import { Enterprise } from '../src/modules/enterprises/contract/enterprise.ts'
import { inZone, openDatabase } from '../src/platform/database.ts'
import { doorsOf } from '../src/platform/doors.ts'
import { uploadedOf } from '../src/platform/files/receive-whole.ts'
import type { Database, ZoneRef } from '../src/platform/module.ts'
import { loadModules } from '../src/platform/modules.ts'
import { readImport } from '../src/platform/sheets/contract.ts'
import { writeWorkbook } from '../src/platform/sheets/workbook.ts'
import { workOnce, worksOf } from '../src/platform/worker/work.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { checkEqual } from './harness.ts'
import { enterprises } from './world/generate.ts'
import { cpuOfPostgres } from './world/meter.ts'
import { type World, withOwner, withWorld } from './world/postgres.ts'

/**
 * P4: a CSV of enterprises taken in through the product's own doors (read, compared, confirmed; every row with its event and its search entry)
 * against COPY of the same rows into the same table and against COPY of all that was written, and a workbook of 20 columns read and written. 100,000 rows; LUODI_LONG=1: a million
 * rows of CSV; LUODI_ROWS: as many as it says. One round: a load of this size is steady by itself.
 */
const size = Number(process.env.LUODI_ROWS ?? (process.env.LUODI_LONG === '1' ? 1_000_000 : 100_000))
const [workbookRows, workbookColumns] = [Math.min(size, 100_000), 20]

interface Cost {
  readonly own: number
  readonly postgres: number
  readonly wall: number
}

/** CPU of this process with its threads, and of PostgreSQL, in seconds. */
async function costOf(work: () => Promise<unknown>, postmaster?: number): Promise<Cost> {
  const read = () => {
    const { user, system } = process.cpuUsage()
    return { own: (user + system) / 1e6, postgres: postmaster ? cpuOfPostgres(postmaster) / 1e6 : 0 }
  }
  const [before, since] = [read(), performance.now()]
  await work()
  const after = read()
  const wall = (performance.now() - since) / 1000
  return { own: after.own - before.own, postgres: after.postgres - before.postgres, wall }
}

function tell(name: string, { own, postgres, wall }: Cost, rows: number): void {
  const cpu = own + postgres
  process.stdout.write(
    `${name.padEnd(42)} ${cpu.toFixed(1)} s CPU (${own.toFixed(1)} + ${postgres.toFixed(1)}), ${wall.toFixed(1)} s, ${Math.round(rows / cpu)} rows a core-second\n`,
  )
}

const rows = [...enterprises(size, { from: 0, personal: false })]
const csv = `name,uscc,status,scale,aboveScale,registeredAddress,registeredOn,registeredCapital\n${rows
  .map(({ name, uscc, status, scale, aboveScale, address, registeredOn, capital }) =>
    [name, uscc, status, scale, aboveScale, address, registeredOn, capital].join(),
  )
  .join('\n')}\n`

await withWorld(async (world) => {
  const copied = await copy(world)
  const db = openDatabase({ url: world.appUrl, statementTimeoutMs: 120_000 })
  try {
    await takeIn(db, world, copied)
  } finally {
    await db.destroy()
  }
})
await workbook()

/** The rows as a table that COPY takes, into a copy of the product's own table with all its indexes. */
async function copy(world: World): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-copy-'))
  // PostgreSQL reads it as a user of its own.
  await chmod(folder, 0o755)
  const path = join(folder, 'rows.csv')
  const stamp = '2026-03-02T01:00:00Z'
  const zone = '019aaaaa-0000-7000-8000-000000000001'
  const lines = rows.map((one) =>
    [
      ...[zone, one.id, 1, stamp, 'system', stamp, 'system', 'f', `"${one.name.toLowerCase()}\n${one.uscc}"`],
      ...[one.name, one.uscc, one.status, one.scale, one.aboveScale, one.address, one.registeredOn, one.capital],
    ].join(),
  )
  await writeFile(path, `${lines.join('\n')}\n`)
  try {
    return await withOwner(world.ownerUrl, async (owner: pg.Client) => {
      await owner.query('create table public.bare (like enterprises.enterprises including all)')
      const columns = `zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text, name, uscc, status, scale,
        above_scale, registered_address, registered_on, registered_capital`
      const cost = await costOf(
        () => owner.query(`copy public.bare (${columns}) from '${path}' with (format csv)`),
        world.postmaster,
      )
      const { rows: counted } = await owner.query<{ count: number }>('select count(*)::int as count from public.bare')
      checkEqual('rows copied', counted[0]?.count, size)
      tell(`COPY ${size} rows, all indexes`, cost, size)
      return cost
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeIn(db: Database, world: World, copied: Cost): Promise<void> {
  const modules = await loadModules()
  const zone = await zoneRef(db, 'linyi')
  const { accountId } = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  const log = pino({ level: 'silent' })
  const { upload, confirm } = sheetEndpoints(Enterprise)
  const works = { db, log, works: worksOf(modules) }
  const doors = doorsOf(modules)
  const call: Call = (door, input) =>
    inZone(db, zone.id, (zoned) => doors.call(zoned, door, { zone, accountId, now: new Date(), log, input }))
  const file = uploadedOf('enterprises.csv', new TextEncoder().encode(csv))
  let view: ImportView | undefined
  const compared = await costOf(async () => {
    view = await call(upload, { file })
    await workAll(works, zone)
  }, world.postmaster)
  tell('read, compared, rows kept', compared, size)
  const written = await costOf(async () => {
    await call(confirm, { import: view?.id ?? '' })
    await workAll(works, zone)
  }, world.postmaster)
  tell('written, journaled, searchable', written, size)
  const done = await call(readImport, { id: view?.id ?? '' })
  checkEqual('rows taken in', { state: done.state, created: done.counts.created }, { state: 'done', created: size })
  const floor = await sameWork(world)
  const cpu = ({ own, postgres }: Cost) => own + postgres
  const ours = cpu(compared) + cpu(written)
  const ratio = ours / cpu(copied)
  process.stdout.write(`${ratio <= 3 ? 'met   ' : 'MISSED'} CSV at most 3 × COPY: ${ratio.toFixed(1)}\n`)
  process.stdout.write(
    `of the same work by COPY: ${(ours / cpu(floor)).toFixed(2)} (writing alone ${(cpu(written) / cpu(floor)).toFixed(2)})\n`,
  )
}

/** What the import has written, by COPY into copies of the same tables with all their indexes, the search's entered to the last hash. */
async function sameWork(world: World): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-floor-'))
  await chmod(folder, 0o777)
  const tables = ['enterprises.enterprises', 'journal.person_keys', 'journal.events', 'records.search']
  try {
    return await withOwner(world.ownerUrl, async (owner: pg.Client) => {
      const costs: Cost[] = []
      for (const [i, table] of tables.entries()) {
        await owner.query(`copy ${table} to '${folder}/${i}'`)
        await owner.query(`create table public.same${i} (like ${table} including all)`)
        await owner.query('checkpoint')
        const { rows: gins } = await owner.query<{ name: string }>(
          `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
           where i.indrelid = 'public.same${i}'::regclass and a.amname = 'gin'`,
        )
        const cost = await costOf(async () => {
          await owner.query(`copy public.same${i} from '${folder}/${i}'`)
          for (const { name } of gins) await owner.query('select gin_clean_pending_list($1::regclass)', [name])
        }, world.postmaster)
        tell(`COPY of what was written: ${table.split('.')[1]}`, cost, size)
        costs.push(cost)
      }
      const sum = (part: keyof Cost) => costs.reduce((all, cost) => all + cost[part], 0)
      const whole = { own: sum('own'), postgres: sum('postgres'), wall: sum('wall') }
      tell('the same work by COPY', whole, size)
      return whole
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Call = <In, Out>(door: Endpoint<In, Out>, input: object) => Promise<Out>

async function workAll(works: Parameters<typeof workOnce>[0], zone: ZoneRef): Promise<void> {
  while (await workOnce(works, zone, new Date()));
}

async function workbook(): Promise<void> {
  const columns = Array.from({ length: workbookColumns }, (_, i) => ({ title: `列${i}`, width: 12 }))
  const cells = Array.from({ length: workbookRows }, (_, row) =>
    columns.map((_column, i) =>
      i % 4 === 0 ? row * i : i % 4 === 1 ? { day: '2026-03-02' } : `文字${row % 1_000}-${i}`,
    ),
  )
  let bytes: Uint8Array = new Uint8Array()
  const sheet = { name: '1', columns, rows: cells, notes: [] }
  const written = await costOf(async () => {
    bytes = await writeWorkbook({ title: 't', author: 'a', createdAt: new Date(), sheets: [sheet] })
  })
  tell(`xlsx ${workbookRows} × ${workbookColumns} written`, written, workbookRows)
  const { cpu, peak } = await readAlone(bytes)
  process.stdout.write(
    `${cpu <= 4 ? 'met   ' : 'MISSED'} xlsx ${workbookRows} × ${workbookColumns} read in at most 4 s CPU: ${cpu.toFixed(1)}\n`,
  )
  process.stdout.write(`${peak <= 300 ? 'met   ' : 'MISSED'} and at most 300 MB: ${Math.round(peak)}\n`)
}

/** In a process that does nothing else, so that its memory is that of reading. */
async function readAlone(bytes: Uint8Array): Promise<{ readonly cpu: number; readonly peak: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-workbook-'))
  try {
    const path = join(folder, 'w.xlsx')
    await writeFile(path, bytes)
    const program = fileURLToPath(new URL('./world/read-workbook.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [program, path])
    const told = JSON.parse(stdout) as { rows: number; cpu: number; peak: number }
    checkEqual('rows read', told.rows, workbookRows + 1)
    return told
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
