import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../kernel/problem.ts'

/** Folders that PostgreSQL fills anew at its start: kept empty (PostgreSQL, "Making a Base Backup Using the Low Level API"). */
const emptied = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
])
/** Of the running server, of temporary tables and sorts, and of other recoveries. */
const skipped =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|(backup_label|tablespace_map)(\.old)?|(recovery|standby)\.signal|t\d+_\d+.*|current_logfiles|backup_manifest)$/
/** Read last: it says from where recovery begins. */
const control = 'global/pg_control'

interface ClusterFiles {
  /** Every folder, parents first. */
  readonly folders: readonly string[]
  /** In the order in which they are to be read. */
  readonly files: readonly string[]
  /** Bytes on disk now, without `pg_wal`. */
  readonly bytes: number
}

/** The files of a cluster that belong into a backup, by their paths below it. */
export async function clusterFiles(cluster: string): Promise<ClusterFiles> {
  const folders: string[] = []
  const files: string[] = []
  let bytes = 0
  const walk = async (below: string): Promise<void> => {
    for (const entry of await entriesOf(join(cluster, below))) {
      if (skipped.test(entry.name)) continue
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isSymbolicLink()) throw linked(path)
      if (!entry.isDirectory()) {
        if (path !== control) files.push(path)
        bytes += await sizeOf(join(cluster, path))
        continue
      }
      folders.push(path)
      if (below !== '' || !emptied.has(entry.name)) await walk(path)
    }
  }
  await walk('')
  return { folders: [...folders, 'pg_wal/archive_status', 'pg_wal/summaries'], files: [...files, control], bytes }
}

/** A folder may be gone by the time it is read: a database that was dropped. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}

function linked(path: string): Problem {
  return new Problem('conflict', 'backup.tablespace', {
    zh: `数据库目录中的 ${path} 指向目录之外（表空间），内置备份不支持；请用 PostgreSQL 自己的工具备份。`,
    en: `${path} in the database's folder leads out of it (a tablespace): back this database up with PostgreSQL's own tools.`,
  })
}
