import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { zoneDirectory } from '../../access/zones.ts'
import { inTransaction, inZone } from '../../database.ts'
import type { Database, Log, ModuleDefinition, ZoneRef } from '../../module.ts'
import { tracer } from '../../telemetry/tracer.ts'
import { latestCheckpoint, witnessOf } from './checkpoints.ts'
import { keepOutside } from './outside.ts'
import { sealZone } from './seal-zone.ts'
import { accessLog } from './source.ts'
import type { Witness } from './statement.ts'
import type { Signer } from './suite.ts'

export interface SealerOptions {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
  readonly log: Log
  readonly now: () => Date
  readonly signer: Signer
  readonly dataFolder: string
}

export interface Sealer {
  stop(): Promise<void>
}

const pauseMs = 1_000
const afterFaultMs = 5_000
const thoroughEveryMs = 3_600_000
const batch = 4_000
/** Of one zone before the others have their turn: what an outage or an import left behind. */
const mostBatches = 10

/** A zone in which nothing happens is looked at less and less often, down to this; whatever is found there wakes it up again. */
const idlePauseMs = 8_000

/**
 * Seals every zone and the security log until it is stopped, one in which something happens about once a second. Any number of nodes may do so on one
 * database.
 */
export function startSealer(options: SealerOptions): Sealer {
  const stop = new AbortController()
  const { signal } = stop
  const thoroughAt = new Map<string, number>()
  const rests = new Map<string, Rest>()
  const running = (async () => {
    while (!signal.aborted) {
      try {
        const zones = [...(await zoneDirectory(options.modules).list(options.db)), accessLog]
        for (const [i, zone] of zones.entries()) {
          if (signal.aborted) return
          const other = zones[(i + 1) % zones.length]
          const rest = rests.get(zone.id)
          const at = options.now().getTime()
          if (rest !== undefined && at < rest.until && at >= rest.since) continue
          const found = await sealAll(options, { zone, other: other === zone ? undefined : other, thoroughAt })
          rests.set(zone.id, restAfter(rest, found, at))
        }
        await pause(pauseMs, signal)
      } catch (err) {
        options.log.warn({ err }, 'the sealer pauses')
        await pause(afterFaultMs, signal)
      }
    }
  })()
  return {
    stop: async () => {
      stop.abort()
      await running
    },
  }
}

interface Rest {
  readonly ms: number
  readonly since: number
  readonly until: number
}

/** The pause doubles while nothing is found. */
function restAfter(before: Rest | undefined, found: boolean, now: number): Rest {
  const ms = found || before === undefined ? pauseMs / 2 : Math.min(2 * before.ms, idlePauseMs)
  return { ms, since: now, until: now + ms }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

interface Visit {
  readonly zone: ZoneRef
  readonly other: ZoneRef | undefined
  /** When a zone was last looked through completely. */
  readonly thoroughAt: Map<string, number>
}

/**
 * Seals what a zone has by now, and says whether there was anything; now and then it looks for what was left behind. A zone into which
 * events come without a pause gives the others their turn: a batch that was not full was the last one.
 */
async function sealAll(options: SealerOptions, visit: Visit): Promise<boolean> {
  const { zone, thoroughAt } = visit
  const now = options.now()
  const found = await sealBatches(options, visit, { now, thorough: false })
  if (now.getTime() - (thoroughAt.get(zone.id) ?? 0) < thoroughEveryMs) return found
  await sealBatches(options, visit, { now, thorough: true })
  thoroughAt.set(zone.id, now.getTime())
  return found
}

interface How {
  readonly now: Date
  readonly thorough: boolean
}

async function sealBatches(options: SealerOptions, visit: Visit, how: How): Promise<boolean> {
  for (let batches = 0; batches < mostBatches; batches++) {
    const added = await sealNext(options, visit, how)
    if (added < batch) return batches > 0 || added > 0
  }
  return true
}

async function sealNext({ db, log, signer, dataFolder }: SealerOptions, visit: Visit, how: How): Promise<number> {
  const { id, code } = visit.zone
  const began = performance.now()
  const witness = () => newestOf(db, visit.other)
  const sealed = await sealZone(db, { zone: { id, code }, signer, witness, limit: batch, ...how })
  if (sealed === null) return 0
  // One node at a time, so that on a shared folder no line is written into another.
  await inTransaction(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`journal.outside ${code}`}, 0))`.execute(transaction)
    keepOutside(dataFolder, code, sealed)
  })
  const words = { 'luodi.zone': code, 'luodi.sealed': sealed.added }
  tracer()?.ended('journal seal', performance.now() - began, { words, alone: true })
  log.info({ zone: code, size: sealed.size, statement: sealed.statement }, 'journal sealed')
  return sealed.added
}

async function newestOf(db: Database, zone: ZoneRef | undefined): Promise<Witness | null> {
  if (!zone) return null
  return inZone(db, zone.id, async (zoned) => witnessOf(await latestCheckpoint(zoned, zone.id)))
}
