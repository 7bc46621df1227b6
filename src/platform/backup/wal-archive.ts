import { open, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Appender, openAppender } from './appender.ts'
import { digestOfFile } from './digest.ts'
import { bytesOf, lsnOf, segmentName, segmentOf } from './lsn.ts'
import { archiveSlot } from './take.ts'
import { putFile, type Vault } from './vault.ts'
import { archived, walFolder } from './wal-files.ts'

interface LogSource {
  readonly client: pg.Client
  /** Folder of the running server. */
  readonly cluster: string
  readonly vault: Vault
  readonly server: { readonly systemIdentifier: string; readonly segmentBytes: number }
}

/**
 * Copies the log as it grows: whatever PostgreSQL has brought to its disk is read from `pg_wal` and appended in the vault, so that a commit
 * is there a moment later, without forced switches of segments. A replication slot keeps PostgreSQL from removing what was not copied yet.
 */
export class LogArchive {
  readonly #source: LogSource
  #position: bigint | null = null
  #timeline = 0
  #current: { readonly file: string; readonly appender: Appender } | null = null

  constructor(source: LogSource) {
    this.#source = source
  }

  /** Brings the vault up to what is on PostgreSQL's disk now. Answers the bytes that were copied. */
  async pass(): Promise<number> {
    const { client } = this.#source
    const { rows } = await client.query<{ lsn: string; timeline: number }>(`select lsn::text,
      ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int as timeline from pg_current_wal_flush_lsn() as lsn`)
    const flushed = bytesOf(rows[0]?.lsn ?? '0/0')
    const timeline = rows[0]?.timeline ?? 0
    if (timeline !== this.#timeline) await this.#begin(timeline)
    let copied = 0
    while (this.#position !== null && this.#position < flushed) copied += await this.#copyOn(flushed)
    return copied
  }

  async close(): Promise<void> {
    await this.#current?.appender.close()
    this.#current = null
  }

  /** Where to go on: after what was archived of this branch of history, or at the oldest segment that PostgreSQL still has of it. */
  async #begin(timeline: number): Promise<void> {
    const { cluster, vault, server } = this.#source
    const size = BigInt(server.segmentBytes)
    const names = (await readdir(join(cluster, 'pg_wal'))).sort()
    for (const name of names.filter((one) => /^[0-9A-F]{8}\.history$/.test(one))) {
      const source = join(cluster, 'pg_wal', name)
      await putFile(vault, { source, base: walFolder(vault, server), name, bound: this.#bound(name) })
    }
    const last = (await archived(vault, server)).findLast(({ segment }) => segment?.timeline === timeline)
    const oldest = names.map((name) => segmentOf(name, server.segmentBytes)).find((one) => one?.timeline === timeline)
    this.#timeline = timeline
    if (!last?.segment) this.#position = (oldest?.segment ?? 0n) * size
    else if (last.whole) this.#position = (last.segment.segment + 1n) * size
    else this.#position = last.segment.segment * size + BigInt((await this.#open(last.file)).length())
  }

  async #copyOn(flushed: bigint): Promise<number> {
    const { cluster, server } = this.#source
    const size = BigInt(server.segmentBytes)
    const from = this.#position ?? 0n
    const segment = from / size
    const file = segmentName(this.#timeline, segment, server.segmentBytes)
    const end = flushed < (segment + 1n) * size ? flushed : (segment + 1n) * size
    const bytes = await readPart(join(cluster, 'pg_wal', file), Number(from % size), Number(end - from))
    const appender = await this.#open(file)
    await appender.append(bytes)
    this.#position = end
    if (end === (segment + 1n) * size) await this.#finish(file)
    return bytes.length
  }

  async #open(file: string): Promise<Appender> {
    if (this.#current?.file === file) return this.#current.appender
    await this.close()
    const { vault, server } = this.#source
    const appender = await openAppender(vault, {
      path: `${join(walFolder(vault, server), file)}.part`,
      bound: this.#bound(file),
    })
    this.#current = { file, appender }
    return appender
  }

  #bound(file: string): string {
    return boundOf(this.#source.server.systemIdentifier, file)
  }

  /** A whole segment gets its name and digest; from now on PostgreSQL may remove its own. */
  async #finish(file: string): Promise<void> {
    await this.close()
    const { vault, server, client } = this.#source
    const path = join(walFolder(vault, server), file)
    await writeFile(`${path}.sha256`, `${await digestOfFile(`${path}.part`)}\n`, { mode: 0o600 })
    await rename(`${path}.part`, path)
    const upTo = lsnOf(this.#position ?? 0n)
    await client.query(
      `select pg_replication_slot_advance(slot_name, $2::pg_lsn) from pg_replication_slots
       where slot_name = $1 and restart_lsn < $2::pg_lsn`,
      [archiveSlot, upTo],
    )
  }
}

/** What an encrypted file of the log is bound to, whether it still grows or not. */
export function boundOf(systemIdentifier: string, file: string): string {
  return `wal/${systemIdentifier}/${file}`
}

async function readPart(path: string, from: number, length: number): Promise<Buffer> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Error(`${path} is gone before it was archived: make a new backup`)
  })
  try {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await handle.read(buffer, 0, length, from)
    if (bytesRead < length) throw new Error(`${path} is shorter than it should be`)
    return buffer
  } finally {
    await handle.close()
  }
}
