import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreBackup } from '../../platform/backup/restore.ts'
import type { Vault } from '../../platform/backup/vault.ts'
import type { Verified } from '../../platform/journal/verify/verify-zone.ts'

/** Restores a backup into a temporary folder, which is removed afterwards. Nothing else sees it. */
export async function rehearse(vault: Vault, id: string): Promise<{ journals: readonly Verified[]; ms: number }> {
  const begun = performance.now()
  const dataFolder = await mkdtemp(join(tmpdir(), 'luodi-trial-'))
  await chmod(dataFolder, 0o755)
  try {
    const { journals } = await restoreBackup({ vault, id, to: {}, dataFolder, replace: false, now: new Date() })
    return { journals, ms: performance.now() - begun }
  } finally {
    const home = await readFile(join(dataFolder, 'postgres.home'), 'utf8').catch(() => null)
    if (home !== null) await rm(home.trim(), { recursive: true, force: true })
    await rm(dataFolder, { recursive: true, force: true })
  }
}
