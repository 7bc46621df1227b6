import pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import type { Log } from '../module.ts'
import { createCluster, startCluster } from './cluster.ts'
import { keepRunning } from './keep-running.ts'
import { takeOwnership } from './ownership.ts'
import { findPlace, type Place } from './place.ts'
import { addressOf, connectProved, findPostmaster } from './postmaster.ts'

export interface PostgresSettings {
  /** Absolute path; the cluster is made in `postgres/` below it. */
  readonly dataFolder: string
  /** An outside PostgreSQL: it is used as it is, and nothing is started or stopped. */
  readonly databaseUrl?: string | undefined
  /** More settings for the server, e.g. `fsync=off` where data may be lost. */
  readonly serverSettings?: readonly string[]
  /** Folder of another server's `initdb`, `pg_ctl` and `postgres`, e.g. of an older PostgreSQL; by default the one that comes with npm. */
  readonly programs?: string | undefined
  /** Told when the embedded PostgreSQL has to be started again. */
  readonly log?: Log
  /** Begun when the embedded PostgreSQL has been started and comes up, which takes it some tenths of a second; not waited for. */
  readonly meanwhile?: (() => void) | undefined
}

export interface OpenPostgres {
  /** Connects as the owner: migrations, and creating the role that the application uses. */
  readonly ownerUrl: string
  /** Stops what was started or adopted; call it last. */
  readonly stop: () => Promise<void>
}

export const databaseName = 'luodi'

/**
 * Opens the database: an outside one, one left running by a killed process, or a new start of the embedded PostgreSQL, which is kept
 * running from then on.
 */
export async function openPostgres(settings: PostgresSettings): Promise<OpenPostgres> {
  if (settings.databaseUrl) return openOutside(settings.databaseUrl)
  const place = await findPlace(settings.dataFolder, settings.programs)
  await createCluster(place)
  const { serverSettings = [], meanwhile } = settings
  if (!(await findPostmaster(place))) await startCluster(place, serverSettings, { meanwhile })
  const postmaster = await findPostmaster(place)
  if (!postmaster) throw vanished(place)
  const guard = await connectProved(place, postmaster)
  await takeOwnership(guard, settings.dataFolder)
  await createDatabase(guard)
  const stop = keepRunning({ ...settings, place, at: postmaster, guard })
  return { ownerUrl: addressOf(place, postmaster, databaseName), stop }
}

/** Asks the outside database once, so that a wrong address is told as such and not as a fault of the first query. */
async function openOutside(url: string): Promise<OpenPostgres> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    const { host, pathname } = new URL(url)
    const reason = (cause as Error).message || String((cause as { code?: unknown }).code)
    throw new Problem('internal', 'postgres.unreachable', {
      zh: `无法连接 DATABASE_URL 指定的数据库（${host}${pathname}）：${reason}`,
      en: `The database of DATABASE_URL (${host}${pathname}) cannot be reached: ${reason}`,
    })
  } finally {
    await client.end().catch(() => undefined)
  }
  return { ownerUrl: url, stop: async () => undefined }
}

async function createDatabase(guard: pg.Client): Promise<void> {
  const { rowCount } = await guard.query('select 1 from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await guard.query(`create database ${databaseName}`)
}

function vanished(place: Place): Problem {
  return new Problem('internal', 'postgres.vanished', {
    zh: `PostgreSQL 启动后随即退出，请查看 ${place.logFile}。`,
    en: `PostgreSQL ended right after it started: see ${place.logFile}.`,
  })
}
