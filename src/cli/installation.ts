import { backupBeforeUpgrade } from '../platform/backup/before-upgrade.ts'
import { openLog } from '../platform/log.ts'
import { openBeside } from '../platform/postgres/beside.ts'
import type { Installation } from '../platform/start.ts'
import { readSettings } from './settings.ts'

/**
 * Runs a command's work on the installation's database, beside a running server or on its own: an embedded PostgreSQL that does not run
 * is started and stopped again.
 */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const { appDatabaseUrl: appUrl, ...settings } = readSettings(process.env)
  const log = openLog(settings.logLevel)
  const database = await openBeside(settings)
  try {
    const { ownerUrl } = database
    const { dataFolder, prepare } = settings
    // Loaded when there is a database to open: help and refusals do not wait for the whole program.
    const { openInstallation } = await import('../platform/start.ts')
    const installation = await openInstallation({
      ...{ ownerUrl, dataFolder, log, prepare, ...(appUrl && { appUrl }) },
      beforeUpgrade: backupBeforeUpgrade(settings, { ownerUrl, log }),
    })
    try {
      return await work(installation)
    } finally {
      await installation.db.destroy()
    }
  } finally {
    await database.stop()
  }
}
