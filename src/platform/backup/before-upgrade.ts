import { Problem } from '../../kernel/problem.ts'
import type { Log } from '../module.ts'
import { findPlace } from '../postgres/place.ts'
import { takeBackup } from './take.ts'
import { findVault, openVault } from './vault.ts'

interface Settings {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly backupFolder: string
  readonly backupKeyFile?: string | undefined
}

/**
 * What a newer program does before it changes an older database: a backup, or it does not begin. Of an outside database it cannot make
 * one, and says so.
 */
export function backupBeforeUpgrade(settings: Settings, { ownerUrl, log }: { ownerUrl: string; log: Log }) {
  const { dataFolder, databaseUrl, backupFolder, backupKeyFile: keyFile } = settings
  return async (missing: readonly string[]): Promise<void> => {
    if (databaseUrl) return log.warn({ missing }, 'upgrading an outside database: its backup is up to whoever runs it')
    log.warn({ missing: missing.length }, 'upgrading the database: a backup is made first')
    try {
      const encrypt = (await findVault(backupFolder))?.encrypted ?? keyFile !== undefined
      const vault = await openVault(backupFolder, { keyFile, encrypt })
      const { cluster } = await findPlace(dataFolder)
      const { folder } = await takeBackup({ ownerUrl, cluster, dataFolder, vault })
      log.warn({ folder }, 'the backup before the upgrade is made')
    } catch (cause) {
      throw notBegun(cause)
    }
  }
}

function notBegun(cause: unknown): Problem {
  const text = cause instanceof Problem ? cause.text : { zh: String(cause), en: String(cause) }
  return new Problem('conflict', 'upgrade.no_backup', {
    zh: `升级前的备份未能完成，数据库未作任何改动，升级没有开始。原因：${text.zh}`,
    en: `The backup before the upgrade was not made; the database is untouched and the upgrade has not begun. The reason: ${text.en}`,
  })
}
