import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { backupIds, type Manifest, readManifest } from './manifest.ts'
import { findVault, type Vault } from './vault.ts'

const Verification = z.object({
  at: z.string(),
  damages: z.array(z.object({ file: z.string(), what: z.enum(['missing', 'changed']) })),
})

/** One backup as it is listed. */
interface ListedBackup {
  readonly manifest: Manifest
  readonly bytes: number
  /** The last verification; null when it was never verified. */
  readonly verified: z.infer<typeof Verification> | null
}

/** The backups of a vault, the newest first. One whose manifest cannot be read is passed over here, and named by `verify-backup`. */
export async function listBackups(vault: Vault): Promise<ListedBackup[]> {
  const found: ListedBackup[] = []
  for (const id of await backupIds(vault)) {
    const read = await readManifest(vault, join(vault.folder, id)).catch(() => null)
    if (read)
      found.unshift({ manifest: read.manifest, bytes: bytesOf(read.manifest), verified: await verified(vault, id) })
  }
  return found
}

function bytesOf({ files, uploads }: Manifest): number {
  return [...files, ...uploads].reduce((sum, { size }) => sum + size, 0)
}

async function verified(vault: Vault, id: string) {
  const text = await readFile(join(vault.folder, id, 'verified.json'), 'utf8').catch(() => null)
  if (text === null) return null
  return Verification.safeParse(JSON.parse(text)).data ?? null
}

/**
 * The vault and the backup that somebody means by a folder: one backup itself, or the folder of all, of which it is the newest one, or the
 * newest that was complete at a moment.
 */
export async function chooseBackup(
  given: string,
  { keyFile, at }: { readonly keyFile?: string | undefined; readonly at?: Date | undefined },
): Promise<{ vault: Vault; id: string }> {
  const folder = resolve(given)
  const above = await findVault(dirname(folder), { keyFile })
  if (above) return { vault: above, id: basename(folder) }
  const vault = await findVault(folder, { keyFile })
  const all = vault ? await listBackups(vault) : []
  const newest = all.find(({ manifest }) => at === undefined || new Date(manifest.stoppedAt) <= at) ?? all.at(-1)
  if (vault && newest) return { vault, id: newest.manifest.id }
  throw new Problem('not_found', 'backup.not_found', {
    zh: `${given} 不是备份，也不是存放备份的目录。`,
    en: `${given} is neither a backup nor a folder of backups.`,
  })
}
