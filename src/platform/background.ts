import { tidyAccess } from './access/housekeeping.ts'
import { zoneDirectory } from './access/zones.ts'
import { openDatabase } from './database.ts'
import { startSealer } from './journal/seal/sealer.ts'
import type { Signer } from './journal/seal/suite.ts'
import { openBridge } from './live/bridge.ts'
import { signalsOf } from './live/signals.ts'
import { fillSounds } from './records/sounds/fill.ts'
import { tidyExports, tidyImports } from './sheets/tidy.ts'
import { tidyOutbox } from './worker/tidy.ts'
import { startWorker, type WorkerOptions } from './worker/worker.ts'

export interface BackgroundOptions extends WorkerOptions {
  /** Address of the app role, for the connection that hears other processes. */
  readonly url: string
  readonly signer: Signer
  /** Checkpoints of the journal are kept below it. */
  readonly dataFolder: string
}

export interface Background {
  /** Lets the jobs in hand finish. Call it before the pool is closed. */
  stop(): Promise<void>
}

const tidyEveryMs = 3_600_000

/** What goes on beside requests: the worker, the sealer of the journal, word to and from other processes, and tidying up every hour. */
export function startBackground(options: BackgroundOptions): Background {
  const { db, url, modules, log, now } = options
  const bridge = openBridge({ url, signals: signalsOf(db), log })
  const worker = startWorker(options)
  // Connections of its own: however many requests wait for one, the seal does not.
  const sealing = openDatabase({ url, maxConnections: 2 })
  const sealer = startSealer({ ...options, db: sealing })
  const zones = zoneDirectory(modules)
  const tidy = async () => {
    await tidyAccess(db, zones, now())
    await tidyOutbox(db, zones, now())
    await tidyImports(db, zones, now())
    await tidyExports(db, zones, now())
  }
  // Names from before names had sounds: once a start, which after the first finds none.
  const stopping = new AbortController()
  const filling = fillSounds(db, { modules, zones, signal: stopping.signal }).catch((err) =>
    log.warn({ err }, 'giving names their sounds failed'),
  )
  const timer = setInterval(() => tidy().catch((err) => log.warn({ err }, 'tidying failed')), tidyEveryMs).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await Promise.all([filling, worker.stop(), sealer.stop(), bridge.close()])
      await sealing.destroy()
    },
  }
}
