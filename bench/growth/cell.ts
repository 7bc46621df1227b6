import { askOneByOne, type Figures } from '../world/asked.ts'
import { type Served, serve } from '../world/child.ts'
import { type Asked, Client } from '../world/client.ts'
import type { World } from '../world/postgres.ts'
import { type Next, pagesOf, searches, type worksOf } from './asks.ts'
import type { GrowingZone } from './filled.ts'

/** By work: what it cost. */
export type Cell = Readonly<Record<string, Readonly<Record<string, number>>>>

const times: Readonly<Record<string, number>> = { 'read one': 1_600, 'list of 50': 480, create: 640, decide: 640 }
const oneByOne = 300
const questions = 300

/** What the platform has today of sums over all records; roll-ups there are none. */
const sums = {
  'groups by status with sums': { path: '/enterprises/groups?by=status&sums=registeredCapital', count: 20 },
  'page of all figures': { path: '/figures', count: 3 },
} as const

/** Measures one size of a world with a server that has seen no other. */
export async function measureCell(
  world: World,
  zones: readonly GrowingZone[],
  works: ReturnType<typeof worksOf>,
): Promise<Cell> {
  const server = await serve('ours.server.ts', world)
  const client = new Client({ url: server.url })
  const asking = { client, pid: server.pid, postmaster: world.postmaster }
  const cell: Record<string, Record<string, number>> = {}
  try {
    for (const [name, next] of Object.entries(works)) {
      cell[name] = {
        ...(await atOnce(server, client, { next, count: times[name] ?? 0 })),
        ...shown(await alone(asking, next)),
      }
    }
    // What the program compiles at its first searches is not theirs.
    await askOneByOne(asking, searches(zones, { length: 2, count: questions, seed: 1 }))
    for (const length of [1, 2, 3, 4]) {
      const asked = searches(zones, { length, count: questions, seed: 2 })
      cell[`search, ${length} signs`] = shown(await askOneByOne(asking, asked, hasRows))
    }
    for (const [name, { path, count }] of Object.entries(sums)) {
      const figures = await askOneByOne(asking, pagesOf(zones, path, count)).catch((error: Error) => error)
      if (figures instanceof Error) process.stdout.write(`${name}: no figure, ${figures.message}\n`)
      else cell[name] = shown(figures)
    }
  } finally {
    await server.stop()
  }
  return cell
}

/** Over 16 connections, the first quarter not counted: CPU each. */
async function atOnce({ meters }: Served, client: Client, { next, count }: { next: Next; count: number }) {
  const read = () => Object.values(meters).map((meter) => meter())
  await client.many(count / 4, next)
  const before = read()
  await client.many(count, next)
  const [server = 0, database = 0] = read().map((now, n) => (now - (before[n] ?? 0)) / count)
  return {
    'CPU µs each, 16 at once': Math.round(server + database),
    server: Math.round(server),
    database: Math.round(database),
  }
}

function alone(asking: Parameters<typeof askOneByOne>[0], next: Next): Promise<Figures> {
  // By the first connection: its share of what is decided about is nobody else's.
  return askOneByOne(
    asking,
    Array.from({ length: oneByOne }, (_, n) => next(100_003 + n * 16, 0)),
  )
}

function shown({ p50, p99, cpu, cpu99 }: Figures): Record<string, number> {
  const ms = (value: number) => Number(value.toPrecision(3))
  return { 'alone: p50 ms': ms(p50), 'p99 ms': ms(p99), 'CPU ms': ms(cpu), 'CPU ms at p99': ms(cpu99) }
}

/** What is asked for was cut from a name: an answer without a row would be fast for nothing. */
function hasRows(answer: unknown, { path }: Asked): void {
  if ((answer as { rows: readonly unknown[] }).rows.length === 0) throw new Error(`${path}: nothing was found`)
}
