import type pg from 'pg'
import { openDatabase } from '../src/platform/database.ts'
import { signedInAs, zoneRef } from '../test/support/accounts.ts'
import { checkEqual } from './harness.ts'
import { askOneByOne } from './world/asked.ts'
import { serve } from './world/child.ts'
import { type Asked, Client } from './world/client.ts'
import type { EnterpriseRow } from './world/generate.ts'
import { timeLists } from './world/lists.ts'
import { afterwards, loadEnterprises } from './world/load.ts'
import { checkSounds, timeMenu } from './world/menu.ts'
import { pieces } from './world/pieces.ts'
import { type World, withOwner, withWorld } from './world/postgres.ts'

/**
 * P6, the command menu and lists. Chinese substring search over HTTP with all walls, one question at a time: 1 to 4 signs cut from names at random, so that common pieces
 * come as often as they are common. 100,000 names; LUODI_LONG=1: a million; LUODI_ROWS: as many as it says.
 */
const size = Number(process.env.LUODI_ROWS ?? (process.env.LUODI_LONG === '1' ? 1_000_000 : 100_000))
const questions = 300
const limit = 50
/** Of a question with at most so many hits every page is asked for, of others the first. */
const walkedWhole = 2_000

await withWorld(async (world) => {
  const db = openDatabase({ url: world.appUrl })
  const zone = await zoneRef(db, 'linyi')
  const rows = await withOwner(world.ownerUrl, async (client) => {
    let loaded: readonly EnterpriseRow[] = []
    await afterwards(client, async () => {
      loaded = await loadEnterprises(client, { zone: zone.id, count: size, from: 0, personal: false })
    })
    return loaded
  })
  const { headers } = await signedInAs(db, { zone: zone.code, roles: ['officer'] })
  await db.destroy()
  const server = await serve('ours.server.ts', world)
  const client = new Client({ url: server.url, headers })
  const ask: Ask = async (q, after) => (await client.get(asking(q, after))) as Page
  const names = rows.map(({ name }) => name)
  try {
    await withOwner(world.ownerUrl, (owner) => compareWithLike(owner, { zone: zone.id, names, ask }))
    await time(world, { names, client, pid: server.pid })
    const menu = { client, names, postmaster: world.postmaster, pid: server.pid }
    await withOwner(world.ownerUrl, (owner) => checkSounds({ ...menu, owner, zone: zone.id }))
    await timeMenu(menu)
    await withOwner(world.ownerUrl, (owner) => timeLists({ client, owner, zone: zone.id, size }))
  } finally {
    await server.stop()
  }
})

interface Page {
  readonly rows: readonly { readonly id: string }[]
  readonly next: string | null
}
type Ask = (q: string, after?: string) => Promise<Page>

function asking(q: string, after?: string): Asked {
  const query = new URLSearchParams({ q, limit: String(limit), ...(after !== undefined && { after }) })
  return { method: 'GET', path: `/api/zones/linyi/enterprises?${query}` }
}

/** Every hit that LIKE finds, in the same order, and no other; throws at the first difference. */
async function compareWithLike(
  owner: pg.Client,
  { zone, names, ask }: { zone: string; names: readonly string[]; ask: Ask },
): Promise<void> {
  for (const length of [1, 2, 3, 4]) {
    let [hits, whole] = [0, 0]
    const sample = pieces(names, { length, count: size > 500_000 ? 20 : 60, seed: 1 })
    for (const q of sample) {
      const { rows } = await owner.query<{ id: string }>(
        'select id from enterprises.enterprises where zone_id = $1 and search_text like $2 order by id desc',
        [zone, `%${q.toLowerCase()}%`],
      )
      const expected = rows.map(({ id }) => id)
      const all = expected.length <= walkedWhole
      const found = await foundFor(ask, q, all ? Number.POSITIVE_INFINITY : limit)
      checkEqual(`search for ${q}`, found, all ? expected : expected.slice(0, limit))
      hits += found.length
      whole += all ? 1 : 0
    }
    process.stdout.write(
      `${length} signs: as LIKE finds, ${sample.length} questions, ${whole} of them to the last page, ${hits} hits: recall 100 %\n`,
    )
  }
}

async function foundFor(ask: Ask, q: string, most: number): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await ask(q, after)
    found.push(...page.rows.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after !== undefined && found.length < most)
  return found
}

/** First pages, one question after the other: milliseconds to the answer and CPU of server and database. */
async function time(
  { postmaster }: World,
  { names, client, pid }: { names: readonly string[]; client: Client; pid: number },
) {
  const table: Record<string, Record<string, number>> = {}
  // As in a program that has run for a minute: otherwise the first line bears the compiler's work for all.
  const warm = [1, 2, 3, 4].flatMap((length) => pieces(names, { length, count: questions / 4, seed: 3 }))
  await askOneByOne(
    { client, pid, postmaster },
    warm.map((q) => asking(q)),
  )
  for (const length of [1, 2, 3, 4]) {
    const asked = pieces(names, { length, count: questions, seed: 2 }).map((q) => asking(q))
    const { p50, p99, cpu, cpu99 } = await askOneByOne({ client, pid, postmaster }, asked)
    const ms = (value: number) => Number(value.toFixed(2))
    table[`${length} signs`] = {
      'p50 ms': ms(p50),
      'p99 ms': ms(p99),
      'CPU ms each': ms(cpu),
      'CPU ms at p99': ms(cpu99),
    }
  }
  process.stdout.write(`P6: search in ${size} names over HTTP, first page of ${limit}; goals p50 ≤ 5 ms, p99 ≤ 15 ms\n`)
  console.table(table)
}
