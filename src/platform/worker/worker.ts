import { setTimeout as sleep } from 'node:timers/promises'
import { zoneDirectory } from '../access/zones.ts'
import type { Outside } from '../delivery/guard.ts'
import { signalsOf } from '../live/signals.ts'
import type { Database, Log, ModuleDefinition, ZoneRef } from '../module.ts'
import { nextAt } from './queue.ts'
import { type WorkOptions, workOnce, worksOf } from './work.ts'

export interface WorkerOptions {
  readonly db: Database
  readonly modules: readonly ModuleDefinition[]
  readonly log: Log
  readonly now: () => Date
  /** What messages may reach; as the environment says when absent. */
  readonly outside?: Outside
}

export interface Worker {
  /** Lets the jobs in hand finish and takes no others. */
  stop(): Promise<void>
}

/** Jobs in hand at once: few, so that requests keep the pool. */
const concurrency = 2
/** Every zone is looked at this often even when nobody raised a signal: one may be lost with the process that raised it. */
const leastSweepMs = 2_000
const sweepMsOfZone = 100
const afterFaultMs = 1_000
/** What is due but waits for its turn, or is in another worker's hands, is not asked for without a pause. */
const pauseMs = 200

/**
 * Works timers and outbox of all zones until it is stopped. Zones take turns, one job each; when nothing is due it waits for a signal, for
 * the next timer, or for the next look at all zones. Any number of workers may run on one database.
 */
export function startWorker({ db, modules, log, now, outside }: WorkerOptions): Worker {
  const agenda = new Agenda()
  const stop = new AbortController()
  const unlisten = signalsOf(db).on((signal) => {
    if (signal.what === 'jobs') agenda.wake(signal.zoneId)
  })
  const options: WorkOptions = { db, log, works: worksOf(modules, outside) }
  const zones = zoneDirectory(modules)
  const runners = Array.from({ length: concurrency }, async () => {
    while (!stop.signal.aborted) {
      try {
        if (agenda.sweepIsDue(now())) agenda.sweep(await zones.list(db), now())
        const zone = agenda.take(now())
        if (zone) await visit(options, { zone, now: now(), agenda })
        else await agenda.wait(now(), stop.signal)
      } catch (err) {
        log.warn({ err }, 'the worker pauses')
        await sleep(afterFaultMs, undefined, { signal: stop.signal }).catch(() => undefined)
      }
    }
  })
  return {
    stop: async () => {
      unlisten()
      stop.abort()
      await Promise.all(runners)
    },
  }
}

/** One job of a zone. A zone that had one may have more and goes to the end of the row; one that had none says when to come again. */
async function visit(
  options: WorkOptions,
  { zone, now, agenda }: { zone: ZoneRef; now: Date; agenda: Agenda },
): Promise<void> {
  if (await workOnce(options, zone, now)) agenda.wake(zone.id)
  else agenda.comeAgain(zone.id, await nextAt(options.db, zone.id), now)
}

/** Which zones to visit and when. */
class Agenda {
  /** Zones known, in the order in which they were visited: the first has waited longest. */
  readonly #zones = new Map<string, ZoneRef>()
  /** When to visit a zone again, milliseconds since 1970; 0 at once. */
  readonly #visitAt = new Map<string, number>()
  #sweepAt = 0
  #wakeUp = new AbortController()

  wake(zoneId: string): void {
    this.#visitAt.set(zoneId, 0)
    this.#ring()
  }

  comeAgain(zoneId: string, at: Date | null, now: Date): void {
    // A signal that came during the visit stays.
    if (this.#visitAt.has(zoneId) || at === null) return
    this.#visitAt.set(zoneId, Math.max(at.getTime(), now.getTime() + pauseMs))
  }

  sweepIsDue(now: Date): boolean {
    return now.getTime() >= this.#sweepAt
  }

  sweep(zones: readonly ZoneRef[], now: Date): void {
    for (const { id, code } of zones) {
      if (!this.#zones.has(id)) this.#zones.set(id, { id, code })
      this.#visitAt.set(id, 0)
    }
    this.#sweepAt = now.getTime() + Math.max(leastSweepMs, zones.length * sweepMsOfZone)
  }

  /** The zone that has waited longest among those whose time has come. */
  take(now: Date): ZoneRef | undefined {
    for (const [id, zone] of this.#zones) {
      const at = this.#visitAt.get(id)
      if (at === undefined || at > now.getTime()) continue
      this.#visitAt.delete(id)
      this.#zones.delete(id)
      this.#zones.set(id, zone)
      return zone
    }
    return undefined
  }

  /** Until the next visit or sweep is due, a signal comes or the worker is stopped. */
  async wait(now: Date, stop: AbortSignal): Promise<void> {
    const next = Math.min(this.#sweepAt, ...this.#visitAt.values())
    const ms = Math.max(0, next - now.getTime())
    const { signal } = this.#wakeUp
    await sleep(ms, undefined, { signal: AbortSignal.any([signal, stop]) }).catch(() => undefined)
  }

  #ring(): void {
    this.#wakeUp.abort()
    this.#wakeUp = new AbortController()
  }
}
