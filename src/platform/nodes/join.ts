import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { asOwner } from '../migrate.ts'
import type { Log } from '../module.ts'
import { refuseOtherFolder, signIn, signOut, sweepFolder } from './folder.ts'
import { liveNodes, servingLock, startedLock } from './live.ts'

export interface JoinOptions {
  readonly ownerUrl: string
  readonly dataFolder: string
  readonly log: Log
}

/** This process among the nodes of one database. */
export interface Node {
  /** From now on it serves: nobody changes the database's schema under it. */
  serves(): Promise<void>
  leave(): Promise<void>
}

const againMs = 1_000
const biggestNumber = 2 ** 31

/**
 * Joins the nodes that run on a database, or refuses when they work on another data folder. One at a time, so that two that start at the same
 * moment see each other. A lost connection is made again: without its locks a node only is not seen.
 */
export async function joinNodes({ ownerUrl, dataFolder, log }: JoinOptions): Promise<Node> {
  const id = randomInt(1, biggestNumber)
  const held = [startedLock]
  let guard = await asOwner(ownerUrl, async (client) => {
    await refuseOtherFolder(client, dataFolder)
    signIn(dataFolder, id)
    sweepFolder(dataFolder, [id, ...(await liveNodes(client, startedLock))])
    return connect(ownerUrl, id, held)
  })
  const stop = new AbortController()
  const watch = (): void => {
    guard.once('end', () => {
      if (!stop.signal.aborted) joining = again()
    })
  }
  const again = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sleep(againMs, undefined, { signal: stop.signal }).catch(() => undefined)
      const made = await connect(ownerUrl, id, held).catch((err) => void log.debug({ err }, 'not among the nodes yet'))
      if (!made) continue
      guard = made
      return watch()
    }
  }
  let joining: Promise<void> = Promise.resolve()
  watch()
  return {
    serves: async () => {
      held.push(servingLock)
      await lock(guard, id, servingLock)
    },
    leave: async () => {
      stop.abort()
      await joining
      await guard.end().catch(() => undefined)
      signOut(dataFolder, id)
    },
  }
}

async function connect(ownerUrl: string, id: number, held: readonly number[]): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ connectionString: ownerUrl, application_name: 'luodi-node', connectionTimeoutMillis: 5_000 },
  })
  // It ends after an error and is made again; without a listener the error would end the process.
  client.on('error', () => undefined)
  await client.connect()
  // A machine that is gone without a word is noticed by the server within half a minute, not in two hours.
  await client.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4')
  for (const one of held) await lock(client, id, one)
  return client
}

async function lock(client: pg.Client, id: number, which: number): Promise<void> {
  await client.query('select pg_try_advisory_lock($1, $2)', [which, id])
}
