import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listBackups } from './list.ts'
import { bytesOf } from './lsn.ts'
import type { Manifest } from './manifest.ts'
import type { Vault } from './vault.ts'
import { archived } from './wal-files.ts'

interface Keeping {
  /** The newest so many stay. */
  readonly count?: number | undefined
  /** Those of the last so many days stay. */
  readonly days?: number | undefined
}

const dayMs = 86_400_000

/** The backups that may go: neither among the newest `count` nor of the last `days`. The newest always stays. Pure. */
export function tooOld<T extends { readonly stoppedAt: string }>(
  newestFirst: readonly T[],
  { count, days }: Keeping,
  now: Date,
): T[] {
  if (count === undefined && days === undefined) return []
  return newestFirst.filter(({ stoppedAt }, i) => {
    const among = count !== undefined && i < count
    const young = days !== undefined && now.getTime() - Date.parse(stoppedAt) <= days * dayMs
    return i > 0 && !among && !young
  })
}

/** Removes old backups, and the log that no backup that stays can be played on with. Answers the ids that are gone. */
export async function pruneBackups(vault: Vault, keeping: Keeping, now: Date): Promise<string[]> {
  const all = (await listBackups(vault)).map(({ manifest }) => manifest)
  const gone = tooOld(all, keeping, now)
  for (const { id } of gone) await rm(join(vault.folder, id), { recursive: true })
  const left = all.filter((one) => !gone.includes(one))
  for (const server of new Set(gone.map(({ postgres }) => postgres?.systemIdentifier))) {
    if (server !== undefined) await pruneLog(vault, server, left)
  }
  return gone.map(({ id }) => id)
}

async function pruneLog(vault: Vault, systemIdentifier: string, left: readonly Manifest[]): Promise<void> {
  const servers = left.flatMap(({ postgres }) => (postgres?.systemIdentifier === systemIdentifier ? [postgres] : []))
  const [any] = servers
  if (!any) return
  const size = BigInt(any.segmentBytes)
  const firsts = servers.map(({ startLsn }) => bytesOf(startLsn) / size)
  for (const { path, segment } of await archived(vault, any)) {
    if (segment === null || firsts.some((first) => first <= segment.segment)) continue
    await rm(path)
    await rm(`${path}.sha256`, { force: true })
  }
}
