import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '../module.ts'
import { type Reached, startCluster, stopCluster } from './cluster.ts'
import { tryOwnership } from './ownership.ts'
import type { Place } from './place.ts'
import { connectProved, findPostmaster } from './postmaster.ts'

interface Kept {
  readonly place: Place
  /** It is started again in the same place: the pools know no other. */
  readonly at: Reached
  /** The session that holds the data folder. When it ends, PostgreSQL has ended or has thrown everybody out. */
  readonly guard: pg.Client
  readonly serverSettings?: readonly string[]
  readonly log?: Log
}

const againMs = 500

/** Starts PostgreSQL again whenever it ends under us, until the returned function is called, which stops it for good. */
export function keepRunning({ guard: first, ...kept }: Kept): () => Promise<void> {
  const stop = new AbortController()
  let guard = first
  let reviving: Promise<void> = Promise.resolve()
  const watch = () => {
    guard.once('end', () => {
      if (!stop.signal.aborted) reviving = revive(kept, stop.signal).then(take)
    })
  }
  const take = (next: pg.Client | undefined) => {
    if (!next) return
    guard = next
    watch()
  }
  watch()
  return async () => {
    stop.abort()
    await reviving
    await guard.end().catch(() => undefined)
    await stopCluster(kept.place)
  }
}

/** Tries until PostgreSQL answers in its place and the data folder is ours again; undefined when it was told to stop first. */
async function revive(kept: Omit<Kept, 'guard'>, stop: AbortSignal): Promise<pg.Client | undefined> {
  kept.log?.error('the database has ended: starting it again')
  while (!stop.aborted) {
    try {
      const guard = await reviveOnce(kept)
      kept.log?.warn('the database answers again')
      return guard
    } catch (err) {
      kept.log?.warn({ err }, 'the database does not answer yet')
      await sleep(againMs, undefined, { signal: stop }).catch(() => undefined)
    }
  }
  return undefined
}

async function reviveOnce({ place, at, serverSettings = [] }: Omit<Kept, 'guard'>): Promise<pg.Client> {
  if (!(await findPostmaster(place))) await startCluster(place, serverSettings, { at })
  const postmaster = await findPostmaster(place)
  if (!postmaster || !(postmaster.port === at.port && postmaster.sockets === at.sockets)) {
    throw new Error('PostgreSQL does not run in its place')
  }
  const guard = await connectProved(place, postmaster)
  if (await tryOwnership(guard)) return guard
  await guard.end()
  throw new Error('another process holds the data folder')
}
