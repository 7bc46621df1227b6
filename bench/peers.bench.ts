import { existsSync } from 'node:fs'
import { openDatabase } from '../src/platform/database.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { type Contender, checkEqual, compare, report } from './harness.ts'
import { directusFolder } from './peer-install/directus.ts'
import { nocobaseFolder } from './peer-install/nocobase.ts'
import { startDirectus } from './rivals/directus.ts'
import { startNocobase } from './rivals/nocobase.ts'
import { oursAsRival } from './rivals/ours.ts'
import type { Rival } from './rivals/rival.ts'
import { serve } from './world/child.ts'
import { type Asked, Client } from './world/client.ts'
import { companyName, type EnterpriseRow, enterprises, numbers, uscc } from './world/generate.ts'
import { afterwards, loadEnterprises } from './world/load.ts'
import { cpuOfPostgres, cpuOfTree } from './world/meter.ts'
import { makeDatabase, type World, withOwner, withWorld } from './world/postgres.ts'

/**
 * P1 against peers that a zone might take instead: the same enterprises in their collections, on the same PostgreSQL, asked over 16 connections.
 * They are measured as administrator, which asks them for no rights; we as an officer. Installed by bench/peer-install/install.ts; a peer that
 * is not there is left out and said. LUODI_ROWS: how many enterprises (default 10000).
 */
const size = Number(process.env.LUODI_ROWS ?? 10_000)
/** Peers page by number, which costs more the farther one goes: only the first pages are asked for. */
const pages = 10
const starters = [
  { name: 'Directus', folder: directusFolder, start: startDirectus },
  { name: 'NocoBase', folder: nocobaseFolder, start: startNocobase },
] as const

await withWorld(async (world) => {
  const rivals: Rival[] = [await ours(world)]
  try {
    const rows = [...enterprises(size, { from: 0, personal: false })]
    for (const { name, folder, start } of starters) {
      if (!existsSync(folder)) process.stdout.write(`${name} is not installed: node bench/peer-install/install.ts\n`)
      else rivals.push(await start(await makeDatabase(world, `${name.toLowerCase()}_peer`), rows))
    }
    await checkAlike(rivals, rows)
    await contests(world, rivals, rows)
  } finally {
    for (const { stop } of rivals) await stop()
  }
})

async function ours(world: World): Promise<Rival> {
  const db = openDatabase({ url: world.appUrl })
  const zone = await zoneRef(db, 'linyi')
  await withOwner(world.ownerUrl, (client) =>
    afterwards(client, async () => {
      await loadEnterprises(client, { zone: zone.id, count: size, from: 0, personal: false })
    }),
  )
  const { headers } = await signedInAs(db, { zone: zone.code, roles: ['officer'] })
  await db.destroy()
  return oursAsRival(await serve('ours.server.ts', world), headers, zone.code)
}

/** The same names, in the same order, from everybody. */
async function checkAlike(rivals: readonly Rival[], rows: readonly EnterpriseRow[]): Promise<void> {
  const ordered = inOrder(rows)
  for (const { name, item, list, namesOf, ...target } of rivals) {
    const client = new Client(target)
    for (const row of rows.filter((_, n) => n % 997 === 0)) {
      checkEqual(`${name}, item`, namesOf(await client.get(item(row))), [row.name])
    }
    for (let page = 1; page <= pages; page++) {
      const expected = ordered.slice((page - 1) * 50, page * 50).map((row) => row.name)
      checkEqual(`${name}, list`, namesOf(await client.get(list(page, ordered[(page - 1) * 50 - 1]))), expected)
    }
  }
}

function inOrder(rows: readonly EnterpriseRow[]): readonly EnterpriseRow[] {
  const key = ({ name, id }: EnterpriseRow) => `${name} ${id}`
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

async function contests(world: World, rivals: readonly Rival[], rows: readonly EnterpriseRow[]): Promise<void> {
  const rowAt = (n: number): EnterpriseRow => rows[(n * 7_919) % rows.length] ?? enterpriseGone()
  const draw = numbers(5)
  const ordered = inOrder(rows)
  let made = 0
  const body = () => ({ name: companyName(draw), uscc: uscc(60_000_000 + made++), status: 'planned' })
  const status = (n: number) => (n % 2 === 0 ? 'operating' : 'idle')
  const works: Record<string, { times: number; ask: (rival: Rival) => (n: number) => Asked }> = {
    'read one record': { times: 200, ask: (rival) => (n) => rival.item(rowAt(n)) },
    'list of 50': { times: 80, ask: (rival) => (n) => rival.list(1 + (n % pages), ordered[(n % pages) * 50 - 1]) },
    create: { times: 100, ask: (rival) => () => rival.create(body()) },
    update: { times: 100, ask: (rival) => (n) => rival.update(rowAt(n), status(n)) },
  }
  for (const [title, { times, ask }] of Object.entries(works)) {
    const contenders = rivals.map((rival): Contender => {
      const client = new Client(rival)
      return {
        name: rival.name,
        // We are asked more often, since the clock of the kernel ticks in hundredths of a second.
        times: rival === rivals[0] ? times * 5 : times,
        meters: { server: () => cpuOfTree(rival.pid), database: () => cpuOfPostgres(world.postmaster) },
        run: (count) => client.many(count, ask(rival)),
      }
    })
    report(`P1: ${title}, ${size} enterprises, 16 connections`, await compare(contenders, 3), [])
  }
}

function enterpriseGone(): never {
  throw new Error('there are no rows')
}
