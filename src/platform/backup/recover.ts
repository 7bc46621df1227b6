import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { startCluster, stopCluster } from '../postgres/cluster.ts'
import type { Place } from '../postgres/place.ts'
import { addressOf, connectProved, findPostmaster } from '../postgres/postmaster.ts'

export interface RecoverTo {
  /** The last moment that is to be there; everything that is in the log when absent. */
  readonly at?: Date
  /** Of several branches of history (after an earlier restore) this one; the newest when absent. */
  readonly timeline?: number
}

/** What a database holds after its recovery. */
export interface Recovered {
  /** Of the last transaction that is there; null when the log held none after the backup. */
  readonly lastAt: Date | null
  readonly timeline: number
}

const hourMs = 3_600_000

/** Plays the log onto a written cluster, lets `work` look at the result, and stops it. The log goes on as a new branch of history. */
export async function recoverCluster(
  place: Place,
  to: RecoverTo,
  work: (ownerUrl: string, recovered: Recovered) => Promise<void>,
): Promise<Recovered> {
  await startCluster(place, settingsOf(to), { waitMs: hourMs }).catch((error) => explain(error, place))
  try {
    const postmaster = await findPostmaster(place)
    if (!postmaster) throw new Error('PostgreSQL ended after its recovery')
    const client = await connectProved(place, postmaster)
    const recovered = await look(client).finally(() => client.end())
    await work(addressOf(place, postmaster, 'luodi'), recovered)
    return recovered
  } finally {
    await stopCluster(place)
  }
}

/** All the log lies in `pg_wal` already: there is nothing to fetch. Ready means recovered, since nobody may read before. */
function settingsOf({ at, timeline }: RecoverTo): string[] {
  return [
    'restore_command=exit 1',
    'hot_standby=off',
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    'recovery_target_action=promote',
    `recovery_target_timeline=${timeline ?? 'latest'}`,
    ...(at ? [`recovery_target_time=${plainTime(at)}`] : []),
  ]
}

async function look(client: pg.Client): Promise<Recovered> {
  const { rows } = await client.query<{ at: Date | null; timeline: number }>(
    `select pg_last_xact_replay_timestamp() as at,
      ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline`,
  )
  return { lastAt: rows[0]?.at ?? null, timeline: rows[0]?.timeline ?? 0 }
}

const lastAt = /last completed transaction was at log time (.+)$/

async function explain(error: unknown, { logFile }: Place): Promise<never> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  if (!/recovery ended before configured recovery target/.test(String((error as Error).message))) throw error
  const last = log
    .split('\n')
    .map((line) => lastAt.exec(line)?.[1])
    .findLast((found) => found !== undefined)
  throw new Problem('rule_violated', 'restore.after_the_log', {
    zh: `备份与日志只到 ${last ?? '备份时刻'}，没有更晚的内容：请给出更早的时间，或不写 --at 恢复到最后。`,
    en: `Backup and log reach to ${last ?? 'the moment of the backup'} and no further: give an earlier moment, or leave --at out to restore to the end.`,
  })
}

/** One connection to any database of the recovered server. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** As the command line takes it, before PostgreSQL knows the names of time zones. */
function plainTime(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '+00')
}
