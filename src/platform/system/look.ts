import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { zoneDirectory } from '../access/zones.ts'
import { lookAtBackups } from '../backup/keeper.ts'
import { releaseOf } from '../backup/release.ts'
import { zoneOf } from '../journal/record.ts'
import { sealingState } from '../journal/seal/lag.ts'
import type { Database, ModuleDefinition, RequestContext } from '../module.ts'
import { slowStatements } from '../slow/slow-statements.ts'
import { countJobs } from '../worker/count.ts'
import type { SystemView } from './contract.ts'
import { eventLoopNow } from './event-loop.ts'
import { dataFolderServed } from './place.ts'
import { scanningNow } from './scanning.ts'

const chinaMs = 8 * 3_600_000

/** Everything that an administrator looks at in the morning, in one answer. */
export async function systemNow(
  db: Database,
  { zone, now }: Pick<RequestContext, 'zone' | 'now'>,
  modules: readonly ModuleDefinition[],
): Promise<SystemView> {
  const zoneId = zoneOf({ zone }).id
  return {
    ...{ release: releaseOf(), node: process.version, slow: [...slowStatements()] },
    since: new Date(now.getTime() - process.uptime() * 1_000).toISOString(),
    database: await databaseOf(db),
    jobs: await countJobs(db, zoneId, now),
    sealing: await sealingOf(db, zoneId, now),
    backup: await backupOf(),
    calendar: await calendarOf(db, modules, now),
    disk: await diskOf(),
    scanner: await scanningNow(),
    eventLoop: loopOf(),
  }
}

async function databaseOf(db: Database): Promise<SystemView['database']> {
  const { rows } = await sql<{ version: string; bytes: string }>`select current_setting('server_version') as version,
    pg_database_size(current_database())::text as bytes`.execute(db)
  return { version: rows[0]?.version ?? '', bytes: Number(rows[0]?.bytes ?? 0) }
}

async function sealingOf(db: Database, zoneId: string, now: Date): Promise<SystemView['sealing']> {
  const { checkpointAt, ...state } = await sealingState(db, zoneId, now)
  return { ...state, checkpointAt: checkpointAt?.toISOString() ?? null }
}

async function backupOf(): Promise<SystemView['backup']> {
  const { possible, backups, logTo } = await lookAtBackups()
  const [newest] = backups
  return { possible, newestAt: newest?.at ?? null, logTo, damages: newest?.verified?.damages ?? null }
}

/** A year without its notice is provisional: whoever runs the zone loads it when the State Council has published it. */
async function calendarOf(db: Database, modules: readonly ModuleDefinition[], now: Date) {
  const years = await zoneDirectory(modules).calendarYears?.(db)
  if (!years) return null
  const here = new Date(now.getTime() + chinaMs).getUTCFullYear()
  return [here, here + 1].map((year) => ({ year, loaded: years.includes(year) }))
}

function loopOf(): SystemView['eventLoop'] {
  const { p99Ms, blocks } = eventLoopNow()
  return { p99Ms, blocks: [...blocks] }
}

async function diskOf(): Promise<SystemView['disk']> {
  const folder = dataFolderServed()
  if (folder === null) return null
  const found = await statfs(folder).catch(() => null)
  return found && { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize }
}
