import { setTimeout as sleep } from 'node:timers/promises'
import { zoneDirectory } from '../../access/zones.ts'
import { inZone } from '../../database.ts'
import type { Database, Log, ModuleDefinition, ZoneRef } from '../../module.ts'
import { latestCheckpoint, witnessOf } from './checkpoints.ts'
import { keepOutside } from './outside.ts'
import { sealZone } from './seal-zone.ts'
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

/** Seals every zone about once a second until it is stopped. Any number of nodes may do so on one database. */
export function startSealer(options: SealerOptions): Sealer {
  const stop = new AbortController()
  const { signal } = stop
  const thoroughAt = new Map<string, number>()
  const running = (async () => {
    while (!signal.aborted) {
      try {
        const zones = await zoneDirectory(options.modules).list(options.db)
        for (const [i, zone] of zones.entries()) {
          if (signal.aborted) return
          const other = zones[(i + 1) % zones.length]
          await sealAll(options, { zone, other: other === zone ? undefined : other, thoroughAt })
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

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

interface Visit {
  readonly zone: ZoneRef
  readonly other: ZoneRef | undefined
  /** When a zone was last looked through completely. */
  readonly thoroughAt: Map<string, number>
}

/** Seals batches of a zone until nothing is left; now and then it looks through the whole journal for what was left behind. */
async function sealAll(options: SealerOptions, visit: Visit): Promise<void> {
  const { zone, thoroughAt } = visit
  const now = options.now()
  while (await sealNext(options, visit, { now, thorough: false }));
  if (now.getTime() - (thoroughAt.get(zone.id) ?? 0) < thoroughEveryMs) return
  while (await sealNext(options, visit, { now, thorough: true }));
  thoroughAt.set(zone.id, now.getTime())
}

async function sealNext(
  { db, log, signer, dataFolder }: SealerOptions,
  { zone: { id, code }, other }: Visit,
  how: { readonly now: Date; readonly thorough: boolean },
): Promise<boolean> {
  const sealed = await sealZone(db, { zone: { id, code }, signer, witness: () => newestOf(db, other), ...how })
  if (sealed === null) return false
  keepOutside(dataFolder, code, sealed)
  log.info({ zone: code, size: sealed.size, statement: sealed.statement }, 'journal sealed')
  return true
}

async function newestOf(db: Database, zone: ZoneRef | undefined): Promise<Witness | null> {
  if (!zone) return null
  return inZone(db, zone.id, async (zoned) => witnessOf(await latestCheckpoint(zoned, zone.id)))
}
