import { openDatabase } from '../../src/platform/database.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { type Contender, compare, quantile, report } from '../harness.ts'
import { cpuOfPostgres } from '../world/meter.ts'
import { type World, withOwner } from '../world/postgres.ts'
import { write } from './write.ts'

const many = 16
const goalMs = 5

/** The same write with and without its event, by one connection and by sixteen in one zone. */
export async function measureAdded(world: World, zone: ZoneRef): Promise<void> {
  const db = openDatabase({ url: world.appUrl, maxConnections: many })
  const own = () => {
    const { user, system } = process.cpuUsage()
    return user + system
  }
  const meters = { program: own, database: () => cpuOfPostgres(world.postmaster) }
  const took = new Map<string, number[]>()
  const contender = (connections: number, withEvent: boolean): Contender => {
    const name = `${withEvent ? 'with' : 'without'} event, ${connections} at once`
    const ms: number[] = []
    took.set(name, ms)
    const run = async (times: number) => {
      const share = Array.from({ length: connections }, () => times / connections)
      await Promise.all(share.map((each) => writeMany(db, { zone, withEvent, ms }, each)))
    }
    return { name, times: 480, run, meters }
  }
  try {
    const contenders = [contender(1, false), contender(1, true), contender(many, false), contender(many, true)]
    const locks = watchLocks(world)
    let waited = 0
    const costs = await compare(contenders).finally(async () => {
      waited = await locks.stop()
    })
    const p50 = (name: string) => quantile(took.get(name) ?? [], 0.5)
    const [, , , last] = costs
    const added = p50('with event, 1 at once') - p50('without event, 1 at once')
    const gain = (event: string) => {
      const wall = (at: string) =>
        costs.find(({ name }) => name === `${event} event, ${at} at once`)?.wall ?? Number.NaN
      return wall('1') / wall(String(many))
    }
    for (const [name, ms] of took)
      process.stdout.write(`${name}: p50 ${p50(name).toFixed(2)} ms, p99 ${quantile(ms, 0.99).toFixed(2)} ms\n`)
    process.stdout.write(
      `16 against 1: ${gain('without').toFixed(2)} × as many writes without, ${gain('with').toFixed(2)} × with\n`,
    )
    report('R9: a write with and without its event', costs, [
      { text: `added at p50, ms (≤ ${goalMs})`, reached: added, met: added <= goalMs },
      { text: 'moments at which a writer waited for a lock of another (0)', reached: waited, met: waited === 0 },
      {
        text: 'gain of 16 writers with events over that without (≥ 0.8)',
        reached: gain('with') / gain('without'),
        met: gain('with') / gain('without') >= 0.8,
      },
    ])
    if (last === undefined) throw new Error('nothing was measured')
  } finally {
    await db.destroy()
  }
}

interface Writing {
  readonly zone: ZoneRef
  readonly withEvent: boolean
  readonly ms: number[]
}

async function writeMany(db: Database, { zone, withEvent, ms }: Writing, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const before = performance.now()
    await write(db, zone, withEvent ? 1 : 0)
    ms.push(performance.now() - before)
  }
}

/** Looks every 20 ms how many connections wait for rows or transactions of one another; waits for the disk are none. */
function watchLocks({ ownerUrl }: World) {
  let going = true
  let waited = 0
  const watching = withOwner(ownerUrl, async (client) => {
    while (going) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      waited += rows[0]?.n ?? 0
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  return {
    stop: async () => {
      going = false
      await watching
      return waited
    },
  }
}
