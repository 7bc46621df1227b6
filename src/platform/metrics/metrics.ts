import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { zoneDirectory } from '../access/zones.ts'
import { inZone, poolUse } from '../database.ts'
import { nameOf } from '../http/asked.ts'
import { sealingState } from '../journal/seal/lag.ts'
import { accessLog } from '../journal/seal/source.ts'
import { live } from '../live/contract.ts'
import type { Database, ModuleDefinition } from '../module.ts'
import { countJobs, type JobCounts } from '../worker/count.ts'

export interface MetricsOptions {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
  readonly now: () => Date
}

let ofProcess: Registry | undefined

/** Figures of the process itself: watched once, for what watches them is never let go of, nor a server that it knew. */
function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess, prefix: 'luodi_' })
  }
  return ofProcess
}

/** Figures of this server for whoever runs it; no zone, person or record can be told from them. */
export function createMetrics(app: FastifyInstance, options: MetricsOptions): Registry {
  const registry = new Registry()
  const registers = [registry]
  const durations = new Histogram({
    name: 'luodi_request_seconds',
    help: 'Duration of requests by endpoint and status',
    labelNames: ['endpoint', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  })
  app.addHook('onResponse', async (request, reply) => {
    const endpoint = nameOf(request) ?? 'page'
    // It lasts as long as the page is open.
    if (endpoint === live.name) return
    durations.observe({ endpoint, status: String(reply.statusCode) }, reply.elapsedTime / 1_000)
  })
  new Gauge({
    name: 'luodi_pool_connections',
    help: 'Connections of the database pool by use, and requests that wait for one',
    labelNames: ['use'],
    registers,
    collect() {
      for (const [use, count] of Object.entries(poolUse(options.db))) this.set({ use }, count)
    },
  })
  new Gauge({
    name: 'luodi_jobs',
    help: 'Jobs of all zones by state, and the seconds that the oldest due one has waited (state="lag")',
    labelNames: ['state'],
    registers,
    async collect() {
      const { open, overdue, dead, lagSeconds } = await countAll(options)
      for (const [state, count] of Object.entries({ open, overdue, dead, lag: lagSeconds })) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'luodi_sealing_lag_seconds',
    help: 'Age of the oldest event of any journal that has no seal yet',
    registers,
    async collect() {
      this.set(await longestLag(options))
    },
  })
  return Registry.merge([processRegistry(), registry])
}

async function longestLag({ db, modules, now }: MetricsOptions): Promise<number> {
  let longest = 0
  for (const { id } of [...(await zoneDirectory(modules).list(db)), accessLog]) {
    const { lagSeconds } = await inZone(db, id, (logged) => sealingState(logged, id, now()))
    longest = Math.max(longest, lagSeconds)
  }
  return longest
}

async function countAll({ db, modules, now }: MetricsOptions): Promise<JobCounts> {
  const sum = { open: 0, overdue: 0, dead: 0, lagSeconds: 0 }
  for (const { id } of await zoneDirectory(modules).list(db)) {
    const counts = await inZone(db, id, (zoned) => countJobs(zoned, id, now()))
    sum.open += counts.open
    sum.overdue += counts.overdue
    sum.dead += counts.dead
    sum.lagSeconds = Math.max(sum.lagSeconds, counts.lagSeconds)
  }
  return sum
}
