import { pino } from 'pino'
import { type AppLogin, appUrl, grantAppRole } from '../../src/platform/app-role.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { loadModules, prepareModules } from '../../src/platform/modules.ts'
import { withClient } from './client.ts'

/** The day on which the template's reference data is loaded; tests that depend on a day say their own. */
const preparedAt = new Date('2026-03-02T01:00:00Z')

/** Makes one migrated database with the modules' reference data, from which every test file gets its copy. Answers the owner's address of it. */
export async function makeTemplate(ownerUrl: string, name: string, login: AppLogin): Promise<string> {
  await withClient(ownerUrl, (client) => client.query(`create database ${name}`))
  const url = withDatabase(ownerUrl, name)
  await migrate(url)
  await grantAppRole(url, login)
  const db = openDatabase({ url: appUrl(url, login) })
  try {
    await prepareModules(await loadModules(), db, { now: preparedAt, log: pino({ level: 'silent' }) })
  } finally {
    await db.destroy()
  }
  return url
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
