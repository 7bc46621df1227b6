import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../module.ts'
import { findPlace } from '../postgres/place.ts'
import { openAppender } from './appender.ts'
import { sizeOf } from './cluster-files.ts'
import { aboutOf } from './database-about.ts'
import { keepBackups } from './keeper.ts'
import { backupIds } from './manifest.ts'
import { syncFolder } from './sync.ts'
import { archiveSlot } from './take.ts'
import { putUploads } from './uploads.ts'
import { findVault, type Vault } from './vault.ts'
import { LogArchive } from './wal-archive.ts'

interface ArchiveOptions {
  readonly ownerUrl: string
  /** Folder of the running server. */
  readonly cluster: string
  readonly dataFolder: string
  readonly backupFolder: string
  readonly keyFile?: string | undefined
  readonly log: Log
}

interface Archive {
  stop(): Promise<void>
}

interface Settings {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly backupFolder: string
  readonly backupKeyFile?: string | undefined
}

/** The archive of the embedded server; an outside one is archived by whoever runs it. */
export async function archiveBeside(
  { dataFolder, databaseUrl, backupFolder, backupKeyFile: keyFile }: Settings,
  { ownerUrl, log }: Pick<ArchiveOptions, 'ownerUrl' | 'log'>,
): Promise<Archive> {
  if (databaseUrl) return { stop: async () => undefined }
  const { cluster } = await findPlace(dataFolder)
  const options = { ownerUrl, cluster, dataFolder, backupFolder, keyFile, log }
  keepBackups(options)
  return startArchive(options)
}

const pauseMs = 1_000
/** While there is no backup onto which the log could be played. */
const idleMs = 3_000
const afterFaultMs = 5_000
const othersEvery = 5

/**
 * Beside the server: as soon as there is a backup, the log, new uploads and the checkpoints follow it into the vault, about once a second.
 * Without a backup nothing is kept, and PostgreSQL is not held from tidying up.
 */
function startArchive(options: ArchiveOptions): Archive {
  const stop = new AbortController()
  const { signal } = stop
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await follow(options, signal)
        await pause(idleMs, signal)
      } catch (err) {
        options.log.warn({ err }, 'the archive of the log pauses')
        await pause(afterFaultMs, signal)
      }
    }
  })()
  return {
    stop: async () => {
      stop.abort()
      await running
    },
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

async function vaultInUse({ backupFolder, keyFile }: ArchiveOptions): Promise<Vault | undefined> {
  const vault = await findVault(backupFolder, { keyFile })
  if (!vault || (await backupIds(vault)).length === 0) return undefined
  if (vault.encrypted && !vault.key)
    throw new Error('the backups are encrypted: LUODI_BACKUP_KEY_FILE must name the key')
  return vault
}

/** Until it is stopped or there is no backup any more. */
async function follow(options: ArchiveOptions, signal: AbortSignal): Promise<void> {
  const vault = await vaultInUse(options)
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'luodi-archive' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (!vault) return await letGo(client)
    await holdOn(client)
    const seen: Seen = new Map()
    const archive = new LogArchive({ client, cluster: options.cluster, vault, server: await aboutOf(client) })
    try {
      for (let turn = 0; ; turn++) {
        await archive.pass()
        if (turn % othersEvery === 0) await copyOthers(vault, options.dataFolder, seen)
        // What was committed before the stop was asked for has been copied by the pass after it.
        if (signal.aborted || !(await vaultInUse(options))) return
        await pause(pauseMs, signal)
      }
    } finally {
      await archive.close()
    }
  } finally {
    await client.end()
  }
}

/** Nobody needs the log: PostgreSQL may tidy it up. */
async function letGo(client: pg.Client): Promise<void> {
  await client.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1', [
    archiveSlot,
  ])
}

async function holdOn(client: pg.Client): Promise<void> {
  await client.query(
    `select pg_create_physical_replication_slot($1::name, true)
     where not exists (select from pg_replication_slots where slot_name = $1::name)`,
    [archiveSlot],
  )
}

/** By path: when an uploads' folder was changed last, how long a file of checkpoints was. */
type Seen = Map<string, number>

/** Uploads that have arrived and checkpoints that were signed since the last time. */
async function copyOthers(vault: Vault, dataFolder: string, seen: Seen): Promise<void> {
  const files = join(dataFolder, 'files')
  let changed = false
  for (const parent of await readdir(files).catch(() => [])) {
    const path = join(files, parent)
    const at = (await stat(path)).mtimeMs
    if (seen.get(path) !== at) changed = parent !== 'incoming' || changed
    seen.set(path, at)
  }
  if (changed) {
    await putUploads(vault, dataFolder)
    await syncFolder(vault.folder)
  }
  const folder = join(dataFolder, 'checkpoints')
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.endsWith('.jsonl')) await copyEnd(vault, seen, { source: join(folder, name), name: `checkpoints/${name}` })
  }
}

/** Appends what the source has more. One that has become shorter is another one: then the copy goes on with all of it. */
async function copyEnd(vault: Vault, seen: Seen, { source, name }: { source: string; name: string }): Promise<void> {
  const target = join(vault.folder, name)
  const size = await sizeOf(source)
  if (seen.get(target) === size) return
  const appender = await openAppender(vault, { path: target, bound: name })
  try {
    const bytes = await readFile(source)
    const from = appender.length() <= bytes.length ? appender.length() : 0
    if (bytes.length > from) await appender.append(bytes.subarray(from))
  } finally {
    await appender.close()
  }
  seen.set(target, size)
}
