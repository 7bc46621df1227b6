import { legalDayOf } from '../src/kernel/legal-day.ts'
import { openDatabase } from '../src/platform/database.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { quantile } from './harness.ts'
import { loadCases } from './world/cases.ts'
import { type Served, serve } from './world/child.ts'
import { Client } from './world/client.ts'
import { type World, withOwner, withWorld } from './world/postgres.ts'

/**
 * What an officer's and a leader's first pages ask of the server, one request at a time over HTTP with all walls: inbox and lists when the zone
 * has 10,000 and 100,000 cases (LUODI_LONG=1: a million; LUODI_ROWS: as many as it says), a twentieth as many projects.
 */
const asked = process.env.LUODI_ROWS ?? (process.env.LUODI_LONG === '1' ? '10000,100000,1000000' : '10000,100000')
const times = 60
const warmUp = 5

const pages = {
  'inbox, waiting': { who: 'officer', path: '/inbox' },
  'inbox, done': { who: 'officer', path: '/inbox?view=done' },
  "leader's inbox, waiting": { who: 'leader', path: '/inbox' },
  'cases, latest 50': { who: 'officer', path: '/cases?limit=50' },
  'cases of one state, 50': { who: 'officer', path: '/cases?limit=50&state=accepted' },
  'projects, first 50': { who: 'officer', path: '/projects?limit=50' },
  'projects by name, 50': { who: 'officer', path: '/projects?limit=50&sort=name' },
  'enterprises, first 50': { who: 'officer', path: '/enterprises?limit=50' },
} as const

for (const size of asked.split(',').map(Number)) await withWorld((world) => measure(world, size))

async function measure(world: World, size: number): Promise<void> {
  const db = openDatabase({ url: world.appUrl })
  const zone = await zoneRef(db, 'linyi')
  const officer = await signedInAs(db, { zone: zone.code, roles: ['officer'] })
  const leader = await signedInAs(db, { zone: zone.code, roles: ['leader'] })
  await db.destroy()
  await withOwner(world.ownerUrl, async (client) => {
    await loadCases(client, { zone: zone.id, count: size, officer: officer.accountId, today: legalDayOf(new Date()) })
    await client.query('vacuum analyze')
  })
  const server = await serve('ours.server.ts', world)
  const clients = {
    officer: new Client({ url: server.url, headers: officer.headers }),
    leader: new Client({ url: server.url, headers: leader.headers }),
  }
  const table: Record<string, Record<string, number>> = {}
  try {
    for (const [name, { who, path }] of Object.entries(pages)) {
      table[name] = await time(server, () =>
        clients[who].get({ method: 'GET', path: `/api/zones/${zone.code}${path}` }),
      )
    }
  } finally {
    await server.stop()
  }
  process.stdout.write(`Pages over ${size} cases, ${size / 20} projects and enterprises\n`)
  console.table(table)
}

/** Answers that hold no row would be fast for nothing. */
function rowsOf(answer: unknown): number {
  const { rows, cases } = answer as { rows?: readonly unknown[]; cases?: readonly unknown[] }
  return (rows ?? cases ?? []).length
}

async function time({ meters }: Served, ask: () => Promise<unknown>): Promise<Record<string, number>> {
  let rows = 0
  for (let n = 0; n < warmUp; n++) rows = rowsOf(await ask())
  if (rows === 0) throw new Error('a page without rows')
  const read = () => Object.values(meters).map((meter) => meter())
  const [server = 0, database = 0] = read()
  const walls: number[] = []
  for (let n = 0; n < times; n++) {
    const before = performance.now()
    await ask()
    walls.push(performance.now() - before)
  }
  const [serverNow = 0, databaseNow = 0] = read()
  const ms = (value: number) => Number(value.toFixed(1))
  return {
    rows,
    'p50 ms': ms(quantile(walls, 0.5)),
    'p99 ms': ms(quantile(walls, 0.99)),
    'CPU ms server': ms((serverNow - server) / 1000 / times),
    'CPU ms database': ms((databaseNow - database) / 1000 / times),
  }
}
