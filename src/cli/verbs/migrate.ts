import { backupBeforeUpgrade } from '../../platform/backup/before-upgrade.ts'
import { openLog } from '../../platform/log.ts'
import { migrate } from '../../platform/migrate.ts'
import { findMigrations } from '../../platform/migration-files.ts'
import { openPostgres } from '../../platform/postgres/open.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: "bring the database to this program's schema and print what was applied, one migration a line",
  declare: (command) => {
    command.action(run)
  },
}

async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const log = openLog(settings.logLevel)
  const database = await openPostgres(settings)
  try {
    const { ownerUrl } = database
    const before = backupBeforeUpgrade(settings, { ownerUrl, log })
    for (const name of await migrate(ownerUrl, findMigrations(), before)) process.stdout.write(`${name}\n`)
  } finally {
    await database.stop()
  }
}
