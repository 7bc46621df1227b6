import { migrate } from '../../platform/migrate.ts'
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
  const database = await openPostgres(readSettings(process.env))
  try {
    for (const name of await migrate(database.ownerUrl)) process.stdout.write(`${name}\n`)
  } finally {
    await database.stop()
  }
}
