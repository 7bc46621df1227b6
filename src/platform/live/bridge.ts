import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../module.ts'
import type { Signal, Signals } from './signals.ts'

export interface BridgeOptions {
  /** Of the app role. */
  readonly url: string
  readonly signals: Signals
  readonly log: Log
}

export interface Bridge {
  close(): Promise<void>
}

const channel = 'luodi_signals'
/** Signals of this long are told in one statement: a burst costs one. They are told after the commit, so that no commit waits for another. */
const gatherMs = 20
/** PostgreSQL takes 8,000 bytes a notification. */
const longest = 7_000
const againMs = 1_000
/** So many wait for a lost connection; what is more is told as one: something was missed. */
const mostWaiting = 1_000
const missed: Signal = { what: 'missed' }

/**
 * Tells this process's signals to all others on the same database, and theirs to this one, over one connection of its own (LISTEN, NOTIFY).
 * A lost connection is made again: what was raised here meanwhile is told then, and what others told meanwhile is known to have been missed,
 * so that open pages ask anew.
 */
export function openBridge({ url, signals, log }: BridgeOptions): Bridge {
  const node = randomUUID()
  const stop = new AbortController()
  const waiting: Signal[] = []
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<unknown> = Promise.resolve()
  const hear = ({ payload }: pg.Notification) => {
    const told = JSON.parse(payload ?? '{}') as { node?: string; signals?: Signal[] }
    if (told.node !== node) for (const signal of told.signals ?? []) signals.raise(signal, 'elsewhere')
  }
  const tell = () => {
    timer = undefined
    const connected = client
    if (!connected) {
      if (waiting.length > mostWaiting) waiting.splice(0, waiting.length, missed)
      return
    }
    const batch = texts(node, waiting.splice(0))
    const sql = 'select pg_notify($1, text) from unnest($2::text[]) text'
    telling = telling
      .then(() => connected.query(sql, [channel, batch]))
      .catch((err) => {
        log.debug({ err }, 'not told')
        waiting.push(missed)
      })
  }
  const unlisten = signals.on((signal, origin) => {
    if (origin === 'elsewhere') return
    waiting.push(signal)
    timer ??= setTimeout(tell, gatherMs)
  })
  const running = keepConnected(async () => {
    const made = new pg.Client({
      connectionString: url,
      application_name: 'luodi-signals',
      connectionTimeoutMillis: 5_000,
    })
    const lost = new Promise<void>((resolve) => made.once('end', resolve))
    // It ends after an error; without a listener the error would end the process.
    made.on('error', (err) => log.debug({ err }, 'the connection for signals is lost'))
    made.on('notification', hear)
    await made.connect()
    await made.query(`listen ${channel}`)
    client = made
    signals.raise(missed, 'elsewhere')
    if (waiting.length > 0) timer ??= setTimeout(tell, gatherMs)
    await Promise.race([lost, aborted(stop.signal)])
    client = undefined
    await made.end().catch(() => undefined)
  }, stop.signal)
  return {
    close: async () => {
      unlisten()
      clearTimeout(timer)
      stop.abort()
      await running
    },
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

async function keepConnected(connectOnce: () => Promise<void>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await connectOnce().catch(() => undefined)
    if (!stop.aborted) await sleep(againMs, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** Notifications of allowed length; a zone's wake-up is told once. */
function texts(node: string, signals: readonly Signal[]): string[] {
  const parts: string[][] = [[]]
  let length = 0
  for (const part of new Set(signals.map((signal) => JSON.stringify(signal)))) {
    length += Buffer.byteLength(part) + 1
    if (length > longest) {
      parts.push([])
      length = Buffer.byteLength(part)
    }
    parts.at(-1)?.push(part)
  }
  return parts.filter((part) => part.length > 0).map((part) => `{"node":"${node}","signals":[${part.join()}]}`)
}
