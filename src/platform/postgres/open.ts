import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { createCluster, startCluster, stopCluster } from './cluster.ts'
import { findPlace, type Place } from './place.ts'
import { addressOf, connectProved, findPostmaster } from './postmaster.ts'

export interface PostgresSettings {
  /** Absolute path; the cluster is made in `postgres/` below it. */
  readonly dataFolder: string
  /** An outside PostgreSQL: it is used as it is, and nothing is started or stopped. */
  readonly databaseUrl?: string | undefined
  /** More settings for the server, e.g. `fsync=off` where data may be lost. */
  readonly serverSettings?: readonly string[]
}

export interface OpenPostgres {
  /** Connects as the owner: migrations, and creating the role that the application uses. */
  readonly ownerUrl: string
  /** Stops what was started or adopted; call it last. */
  readonly stop: () => Promise<void>
}

export const databaseName = 'luodi'

/** Opens the database: an outside one, one left running by a killed process, or a new start of the embedded PostgreSQL. */
export async function openPostgres(settings: PostgresSettings): Promise<OpenPostgres> {
  if (settings.databaseUrl) return openOutside(settings.databaseUrl)
  const place = await findPlace(settings.dataFolder)
  await createCluster(place)
  if (!(await findPostmaster(place))) await startCluster(place, settings.serverSettings ?? [])
  const postmaster = await findPostmaster(place)
  if (!postmaster) throw vanished(place)
  const guard = await connectProved(place, postmaster)
  await takeOwnership(guard, settings.dataFolder)
  await createDatabase(guard)
  return {
    ownerUrl: addressOf(place, postmaster.port, databaseName),
    stop: async () => {
      await guard.end().catch(() => undefined)
      await stopCluster(place)
    },
  }
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

/**
 * One Luodi a data folder. The lock lives in a session of the database itself, so it ends with the process that holds it, however that
 * ends, and no stale lock file can keep the next start out. A dead process's session needs a moment to be noticed.
 */
async function takeOwnership(guard: pg.Client, dataFolder: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await tryOwnership(guard)) return
    await sleep(200)
  }
  await guard.end()
  throw new Problem('conflict', 'postgres.in_use', {
    zh: `另一个 Luodi 正在使用数据目录 ${dataFolder}：请先停止它，或用 LUODI_DATA 指定别的目录。`,
    en: `Another Luodi is running on the data folder ${dataFolder}: stop it first, or set LUODI_DATA to another folder.`,
  })
}

/** Takes the data folder for this session, unless another process has it. */
export async function tryOwnership(guard: pg.Client): Promise<boolean> {
  const { rows } = await guard.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('luodi data folder', 0)) as taken`,
  )
  return rows[0]?.taken === true
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
