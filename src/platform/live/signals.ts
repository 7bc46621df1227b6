import type { Database } from '../module.ts'

/** There is work in this zone that may be due. */
export interface JobsSignal {
  readonly what: 'jobs'
  readonly zoneId: string
}

/** Who is told: one account, one enterprise's accounts, or (by default) everybody who is not an outsider. */
export interface Audience {
  readonly accountId?: string
  readonly enterpriseId?: string
}

/** Something that open pages show has changed. It says which, never what: the page asks again, and is answered what it may see. */
export interface LiveSignal {
  readonly what: 'live'
  readonly zoneId: string
  readonly topic: string
  readonly id: string
  readonly audience: Audience
}

/** Something may have been told that did not arrive: whoever needs it asks anew. */
export interface MissedSignal {
  readonly what: 'missed'
}

/** A node tells how often something of limited pace has been used there in a minute, so that nodes together keep the pace. */
export interface UseSignal {
  readonly what: 'use'
  readonly of: string
  readonly by: string
  readonly minute: number
  readonly count: number
}

export type Signal = JobsSignal | LiveSignal | MissedSignal | UseSignal
/** `here`: raised in this process; `elsewhere`: another process on the same database told us. */
export type Origin = 'here' | 'elsewhere'
export type SignalListener = (signal: Signal, origin: Origin) => void

/** What was committed, told within the process. It may be lost when the process ends: whoever needs certainty also looks by itself. */
export class Signals {
  readonly #listeners = new Set<SignalListener>()

  /** Listens until the returned function is called. */
  on(listener: SignalListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  raise(signal: Signal, origin: Origin = 'here'): void {
    for (const listener of this.#listeners) listener(signal, origin)
  }
}

const signalsByPool = new WeakMap<Database, Signals>()

/** The signals of one database's pool: everything in this process that works on it shares them. */
export function signalsOf(pool: Database): Signals {
  const known = signalsByPool.get(pool)
  if (known) return known
  const made = new Signals()
  signalsByPool.set(pool, made)
  return made
}
