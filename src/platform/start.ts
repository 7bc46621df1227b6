import type { Logger } from 'pino'
import { appLogin, appUrl, grantAppRole } from './app-role.ts'
import { openDatabase } from './database.ts'
import { asOwner, migrate } from './migrate.ts'
import { findMigrations } from './migration-files.ts'
import { loadModules, prepareModules } from './modules.ts'
import { checkAppRole } from './role-flaws.ts'
import { createServer, type RunningServer } from './server.ts'

export interface StartOptions {
  /** The owner's address of the database (`DATABASE_URL`, or of the embedded server). */
  readonly ownerUrl: string
  /**
   * Address of an app role that an administrator has made, when the owner may not make roles (`APP_DATABASE_URL`).
   * Without it the program makes its own role and keeps the password in the data folder.
   */
  readonly appUrl?: string
  /** `LUODI_DATA`. */
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly log: Logger
  readonly webFolder?: string
  readonly requestsPerMinute?: number
}

/** Migrations, app role, its check, reference data, server: everything from a reachable database to a listening address. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const { ownerUrl, log } = options
  const migrations = findMigrations()
  const applied = await migrate(ownerUrl, migrations)
  if (applied.length > 0) log.info({ applied }, 'migrated')
  const login = options.appUrl ? loginOf(options.appUrl) : appLogin(options.dataFolder)
  await grantAppRole(ownerUrl, login)
  const db = openDatabase({ url: options.appUrl ?? appUrl(ownerUrl, login) })
  try {
    await checkAppRole(db)
    const modules = await loadModules()
    // Under the migrators' lock, so that two nodes that start together do not import the same data at once.
    await asOwner(ownerUrl, () => prepareModules(modules, db, { now: new Date(), log }))
    const server = await createServer({ ...options, db, modules, migrations })
    return { ...server, close: () => server.close().finally(() => db.destroy()) }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function loginOf(url: string) {
  const { username, password } = new URL(url)
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) }
}
