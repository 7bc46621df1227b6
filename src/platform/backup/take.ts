import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { clusterFiles, sizeOf } from './cluster-files.ts'
import { copyData, hasKeys } from './data-files.ts'
import { type About, aboutOf } from './database-about.ts'
import { refuseFullDisk } from './free-space.ts'
import { bytesOf, segmentName } from './lsn.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { releaseOf } from './release.ts'
import { syncFolder } from './sync.ts'
import { putUploads } from './uploads.ts'
import { putFile, putPieces, type Stored, type Vault } from './vault.ts'

export interface Taking {
  /** Of a superuser, on the server whose files lie in `cluster`. */
  readonly ownerUrl: string
  /** The folder of the running server. */
  readonly cluster: string
  readonly dataFolder: string
  readonly vault: Vault
  /** Also the installation's keys; an encrypted backup has them in any case. */
  readonly keys?: boolean
}

export interface Taken {
  readonly folder: string
  readonly manifest: Manifest
  readonly bytes: number
  readonly ms: number
}

const atOnce = 8

/**
 * A whole backup while the server runs: PostgreSQL's files between `pg_backup_start` and `pg_backup_stop`, the log that makes them
 * consistent, uploads and the rest of the data folder. What is cut off halfway is no backup: its manifest is written last.
 */
export async function takeBackup(taking: Taking): Promise<Taken> {
  const begun = performance.now()
  const { vault, cluster, dataFolder } = taking
  const { bytes } = await clusterFiles(cluster)
  await refuseFullDisk(vault.folder, bytes + (await sizeOf(join(cluster, 'pg_wal'))))
  return withSession(taking.ownerUrl, async (client) => {
    const about = await aboutOf(client)
    const id = `${about.now.toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(2).toString('hex')}`
    const folder = join(vault.folder, `new-${id}`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      const base = await copyCluster(client, taking, { folder, about })
      const uploads = await putUploads(vault, dataFolder)
      const data = await copyData(vault, { dataFolder, folder, keys: taking.keys === true || vault.encrypted })
      const manifest: Manifest = {
        ...{ luodi: 'backup', format: 1, id, release: releaseOf(), encrypted: vault.encrypted, keys: hasKeys(data) },
        ...{ startedAt: about.now.toISOString(), stoppedAt: base.stoppedAt, postgres: base.postgres },
        ...{ migrations: [...about.migrations], zones: [...about.zones], folders: [...base.folders] },
        ...{ files: [...base.files, ...data], uploads },
      }
      // What the manifest names is on the disk before it is.
      await syncFolder(vault.folder)
      await writeManifest(vault, folder, manifest)
      const place = join(vault.folder, id)
      await rename(folder, place)
      await syncFolder(vault.folder)
      const total = [...manifest.files, ...uploads].reduce((sum, one) => sum + one.size, 0)
      return { folder: place, manifest, bytes: total, ms: performance.now() - begun }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  })
}

async function withSession<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'luodi-backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(hashtextextended('luodi backup', 0)) as mine`)
    if (!rows[0]?.mine) throw busy()
    return await work(client)
  } finally {
    await client.end()
  }
}

function busy(): Problem {
  return new Problem('conflict', 'backup.busy', {
    zh: '正在进行另一次备份，请等它完成。',
    en: 'Another backup is being made: wait until it is done.',
  })
}

type Into = { readonly folder: string; readonly about: About }

async function copyCluster(client: pg.Client, { cluster, vault }: Taking, { folder, about }: Into) {
  // Keeps the log of this backup from being removed, to the end of the session.
  await client.query(`select pg_create_physical_replication_slot('luodi_backup_' || pg_backend_pid(), true, true)`)
  await keepLogFromNow(client)
  const started = await client.query<{ lsn: string }>(`select pg_backup_start('luodi', true)::text as lsn`)
  const { folders, files } = await clusterFiles(cluster)
  const stored: Stored[] = []
  const control = files.at(-1)
  await eachAtOnce(files.slice(0, -1), async (path) => {
    const one = await putFile(vault, { source: join(cluster, path), base: folder, name: `postgres/${path}` })
    if (one) stored.push(one)
  })
  if (control) await putControl(vault, { cluster, folder, control, stored })
  const stopped = await client.query<{ lsn: string; label: string; at: Date }>(
    `select lsn::text as lsn, labelfile as label, clock_timestamp() as at from pg_backup_stop(false)`,
  )
  const [start = '', stop = ''] = [started.rows[0]?.lsn, stopped.rows[0]?.lsn]
  const label = Buffer.from(stopped.rows[0]?.label ?? '')
  stored.push(await putPieces(vault, { pieces: [label], base: folder, name: 'postgres/backup_label' }))
  const segments = segmentsBetween(about, start, stop)
  for (const name of segments) {
    const source = join(cluster, 'pg_wal', name)
    const one = await putFile(vault, { source, base: folder, name: `postgres/pg_wal/${name}` })
    if (!one) throw logGone(name)
    stored.push(one)
  }
  const { version, systemIdentifier, timeline, segmentBytes } = about
  const postgres = { version, systemIdentifier, timeline, segmentBytes, startLsn: start, stopLsn: stop }
  return { folders, files: stored, postgres, stoppedAt: (stopped.rows[0]?.at ?? about.now).toISOString() }
}

/** From the first backup on the server keeps its log until the archive has it. */
async function keepLogFromNow(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_replication_slots where slot_name = $1', [archiveSlot])
  if (rowCount === 0) await client.query('select pg_create_physical_replication_slot($1, true)', [archiveSlot])
}

export const archiveSlot = 'luodi_archive'

interface Control {
  readonly cluster: string
  readonly folder: string
  readonly control: string
  readonly stored: Stored[]
}

async function putControl(vault: Vault, { cluster, folder, control, stored }: Control): Promise<void> {
  const one = await putFile(vault, { source: join(cluster, control), base: folder, name: `postgres/${control}` })
  if (one) stored.push(one)
}

function segmentsBetween({ timeline, segmentBytes }: About, start: string, stop: string): string[] {
  const size = BigInt(segmentBytes)
  // A stop on the border of two segments belongs to the one before.
  const [first, last] = [bytesOf(start) / size, (bytesOf(stop) - 1n) / size]
  return Array.from({ length: Number(last - first) + 1 }, (_, i) =>
    segmentName(timeline, first + BigInt(i), segmentBytes),
  )
}

function logGone(name: string): Problem {
  return new Problem('internal', 'backup.log_gone', {
    zh: `备份所需的日志段 ${name} 已不存在，备份已放弃，请重试。`,
    en: `The log segment ${name} that the backup needs is gone: the backup was given up, try again.`,
  })
}

/** Works through a list, a few at once; the first failure ends it. */
export async function eachAtOnce<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values()
  const lane = async () => {
    for (const one of rest) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
