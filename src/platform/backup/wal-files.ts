import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOfFile } from './digest.ts'
import { bytesOf, segmentOf } from './lsn.ts'
import type { Manifest } from './manifest.ts'
import type { Vault } from './vault.ts'

type Server = Pick<NonNullable<Manifest['postgres']>, 'systemIdentifier' | 'segmentBytes'>

/** The log of one database server in a vault: whole segments with their digest beside them, and the one that still grows (`.part`). */
export function walFolder(
  vault: Pick<Vault, 'folder'>,
  { systemIdentifier }: Pick<Server, 'systemIdentifier'>,
): string {
  return join(vault.folder, 'wal', systemIdentifier)
}

export interface Archived {
  /** Path below the vault. */
  readonly name: string
  readonly path: string
  readonly size: number
  /** Name of PostgreSQL's own file. */
  readonly file: string
  /** Null for a file that tells the branches of history. */
  readonly segment: { readonly timeline: number; readonly segment: bigint } | null
  readonly whole: boolean
}

/** What of the log was archived of the segments from `startLsn` on, by name, and every file of history. */
export async function archivedSince(vault: Vault, server: Server & { startLsn: string }): Promise<Archived[]> {
  const first = bytesOf(server.startLsn) / BigInt(server.segmentBytes)
  const all = await archived(vault, server)
  return all.filter(({ segment }) => segment === null || segment.segment >= first)
}

export async function archived(vault: Pick<Vault, 'folder'>, server: Server): Promise<Archived[]> {
  const folder = walFolder(vault, server)
  const found: Archived[] = []
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const file = name.replace(/\.part$/, '')
    const segment = segmentOf(file, server.segmentBytes) ?? null
    if (segment === null && !/^[0-9A-F]{8}\.history$/.test(name)) continue
    const path = join(folder, name)
    const { size } = await stat(path)
    found.push({ name: `wal/${server.systemIdentifier}/${name}`, path, size, file, segment, whole: name === file })
  }
  return found
}

/** Whether a whole segment is the one that was archived; of one that still grows there is nothing to compare. */
export async function verifySegment({ path, segment, whole }: Archived): Promise<boolean> {
  if (segment === null || !whole) return true
  const kept = await readFile(`${path}.sha256`, 'utf8').catch(() => '')
  return kept.trim() === (await digestOfFile(path))
}
