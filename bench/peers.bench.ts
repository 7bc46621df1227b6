import { openDatabase } from '../src/platform/database.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { type Contender, type Cost, checkEqual, compare, type Goal, report } from './harness.ts'
import { isDone } from './peer-install/step.ts'
import { startDirectus } from './rivals/directus.ts'
import { startNocobase } from './rivals/nocobase.ts'
import { oursAsRival } from './rivals/ours.ts'
import type { Rival } from './rivals/rival.ts'
import { firstOf, type ProjectRow, type Rows, rowsOf, told } from './rivals/rows.ts'
import { serve } from './world/child.ts'
import { type Asked, Client } from './world/client.ts'
import { numbers } from './world/generate.ts'
import { afterwards } from './world/load.ts'
import { loadWholeProjects } from './world/load-projects.ts'
import { cpuOfPostgres, cpuOfTree } from './world/meter.ts'
import { makeDatabase, type World, withOwner, withWorld } from './world/postgres.ts'

/**
 * P1 against peers that a zone might take instead: the same projects with the names of their enterprises and teams, on the same PostgreSQL, asked
 * over 16 connections. They are measured as administrator, which asks them for no rights; we as an officer. Installed by
 * bench/peer-install/install.ts; a peer that is not there is left out and said. LUODI_ROWS: how many projects (default 10000); LUODI_TIMES: how
 * often each is asked in a round (default 1, 200 records and 80 lists).
 */
const size = Number(process.env.LUODI_ROWS ?? 10_000)
const scale = Number(process.env.LUODI_TIMES ?? 1)
/** Peers page by number, which costs more the farther one goes: only the first pages are asked for. */
const pages = 10
const looked = 40
const starters = [
  { name: 'Directus', installed: isDone('directus', 'build-isolated-vm'), start: startDirectus },
  { name: 'NocoBase', installed: isDone('nocobase', 'install'), start: startNocobase },
] as const
/** How many times less we want to cost than each; null: no goal. */
const goals: Readonly<Record<string, readonly [directus: number, nocobase: number] | null>> = {
  'read one record': [15, 15],
  'list of 50': [8, 25],
  create: [12, 12],
  update: null,
}

await withWorld(async (world) => {
  const rows = rowsOf(size)
  const rivals: Rival[] = [await ours(world, rows)]
  try {
    for (const { name, installed, start } of starters) {
      if (!installed) process.stdout.write(`${name} is not installed: node bench/peer-install/install.ts\n`)
      else rivals.push(await start(await makeDatabase(world, `${name.toLowerCase()}_peer`), rows))
    }
    const first = firstOf(rows.projects, pages * 50)
    await checkAlike(rivals, rows, first)
    await contests(world, rivals, { rows, first })
  } finally {
    for (const { stop } of rivals) await stop()
  }
})

async function ours(world: World, rows: Rows): Promise<Rival> {
  const db = openDatabase({ url: world.appUrl })
  const zone = await zoneRef(db, 'linyi')
  await withOwner(world.ownerUrl, (client) => afterwards(client, () => loadWholeProjects(client, zone.id, rows)))
  const { headers } = await signedInAs(db, { zone: zone.code, roles: ['officer'] })
  await db.destroy()
  return oursAsRival(await serve('ours.server.ts', world), headers, zone.code)
}

/** The same names, in the same order, from everybody. */
async function checkAlike(rivals: readonly Rival[], { projects }: Rows, first: readonly ProjectRow[]): Promise<void> {
  const step = Math.ceil(projects.length / looked)
  for (const { name, item, list, toldOf, ...target } of rivals) {
    const client = new Client(target)
    for (const row of projects.filter((_, n) => n % step === 0)) {
      checkEqual(`${name}, item`, toldOf(await client.get(item(row))), [told(row)])
    }
    for (let page = 1; page <= pages; page++) {
      const expected = first.slice((page - 1) * 50, page * 50).map(told)
      checkEqual(`${name}, list`, toldOf(await client.get(list(page, first[(page - 1) * 50 - 1]))), expected)
    }
  }
}

interface Asking {
  readonly rows: Rows
  readonly first: readonly ProjectRow[]
}

async function contests(world: World, rivals: readonly Rival[], { rows: { projects }, first }: Asking): Promise<void> {
  const rowAt = (n: number): ProjectRow => projects[(n * 7_919) % projects.length] ?? nobody()
  const draw = numbers(5)
  const name = () => `新建示例项目 ${Math.floor(draw() * 1e9)}`
  const region = (n: number) => (n % 2 === 0 ? '浙江宁波' : '山东青岛')
  const works: Record<string, { times: number; ask: (rival: Rival) => (n: number) => Asked }> = {
    'read one record': { times: 200, ask: (rival) => (n) => rival.item(rowAt(n)) },
    'list of 50': { times: 80, ask: (rival) => (n) => rival.list(1 + (n % pages), first[(n % pages) * 50 - 1]) },
    create: { times: 100, ask: (rival) => (n) => rival.create(rowAt(n), name()) },
    update: { times: 100, ask: (rival) => (n) => rival.update(rowAt(n), region(n)) },
  }
  for (const [title, { times, ask }] of Object.entries(works)) {
    const contenders = rivals.map((rival): Contender => {
      const client = new Client(rival)
      return {
        name: rival.name,
        // We are asked more often, since the clock of the kernel ticks in hundredths of a second.
        times: Math.round(times * scale) * (rival === rivals[0] ? 5 : 1),
        meters: { server: () => cpuOfTree(rival.pid), database: () => cpuOfPostgres(world.postmaster) },
        run: (count) => client.many(count, ask(rival)),
      }
    })
    const costs = await compare(contenders, 3)
    report(`P1: ${title}, ${size} projects, 16 connections`, costs, goalsOf(title, costs))
  }
}

function goalsOf(title: string, costs: readonly Cost[]): readonly Goal[] {
  const wanted = goals[title]
  const [own] = costs
  if (!wanted || !own) return []
  return costs.slice(1).map(({ name, cpu }) => {
    const [least, reached] = [name.startsWith('Directus') ? wanted[0] : wanted[1], cpu / own.cpu]
    return { text: `${title}: CPU of ${name} against ours, goal ≥ ${least}`, reached, met: reached >= least }
  })
}

function nobody(): never {
  throw new Error('there are no rows')
}
