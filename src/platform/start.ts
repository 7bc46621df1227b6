import type { Logger } from 'pino'
import { administrators } from '../kernel/role.ts'
import { refuseDemoAccounts } from './access/demo.ts'
import { closeOlderEvents } from './access/older-events.ts'
import { askWhereUndecided } from './access/rules/undecided.ts'
import { appLogin, appUrl, grantAppRole } from './app-role.ts'
import { startBackground } from './background.ts'
import { holdAfterRestore } from './backup/holds.ts'
import { openDatabase } from './database.ts'
import type { ScannerPlace } from './files/scanner.ts'
import { installationSigner, publishKey } from './journal/seal/signing-key.ts'
import type { Algorithm } from './journal/seal/suite.ts'
import { asOwner, type BeforeUpgrade, migrate } from './migrate.ts'
import { findMigrations, type Migration } from './migration-files.ts'
import type { Database, ModuleDefinition } from './module.ts'
import { loadModules, prepareModules } from './modules.ts'
import { refuseOtherFolder } from './nodes/folder.ts'
import { joinNodes, type Node } from './nodes/join.ts'
import { checkAppRole } from './role-flaws.ts'
import { keepSecretsIn } from './secrets.ts'
import type { RunningServer } from './server.ts'
import { watchSlow } from './slow/slow-statements.ts'
import { openTelemetry, type TelemetryOptions, traceStatement } from './telemetry/telemetry.ts'

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
  readonly trustProxy?: string
  readonly scanner?: ScannerPlace
  /** Of a journal that is begun now. */
  readonly journalHash: Algorithm
  /** Refuses what is only for trying out: demo accounts, and administrators without a second factor where their zone has not said otherwise. */
  readonly production?: boolean
  /** What is done on the open installation before it is served, on one node at a time: demo data of a first run. Idempotent. */
  readonly firstRun?: (installation: Installation) => Promise<void>
  /** Before an older database is changed. */
  readonly beforeUpgrade?: BeforeUpgrade
  /** Statements that take so many milliseconds or longer are logged with the endpoint's name; absent: none. */
  readonly slowMs?: number
  /** Where traces and figures go; absent: nowhere, and nothing of it is loaded. */
  readonly telemetry?: TelemetryOptions
  /** Whether PostgreSQL keeps frequent statements prepared; by default it does. */
  readonly prepare?: boolean
}

/** A database that is ready to be served or worked on. Its opener closes it with `db.destroy()`. */
export interface Installation {
  readonly db: Database
  /** Address of the app role, as which `db` connects. */
  readonly url: string
  readonly modules: readonly ModuleDefinition[]
  readonly migrations: readonly Migration[]
}

/** Migrations, app role, its check, reference data: everything from a reachable database to one that is ready. Idempotent. */
export async function openInstallation(
  options: Pick<
    StartOptions,
    'ownerUrl' | 'appUrl' | 'dataFolder' | 'log' | 'beforeUpgrade' | 'slowMs' | 'prepare' | 'telemetry'
  >,
): Promise<Installation> {
  const { ownerUrl, dataFolder, log, slowMs, prepare = true } = options
  await asOwner(ownerUrl, (client) => refuseOtherFolder(client, dataFolder))
  keepSecretsIn(dataFolder)
  const migrations = findMigrations()
  const applied = await migrate(ownerUrl, migrations, options.beforeUpgrade)
  if (applied.length > 0) log.info({ applied }, 'migrated')
  await asOwner(ownerUrl, closeOlderEvents)
  const login = options.appUrl ? loginOf(options.appUrl) : appLogin(dataFolder)
  await grantAppRole(ownerUrl, login)
  const url = options.appUrl ?? appUrl(ownerUrl, login)
  const watchers = [
    ...(slowMs === undefined ? [] : [watchSlow({ thresholdMs: slowMs, log, now: () => new Date() })]),
    ...(options.telemetry ? [traceStatement] : []),
  ]
  const onStatement = (sql: string, ms: number) => {
    for (const watch of watchers) watch(sql, ms)
  }
  const db = openDatabase({ url, prepare, ...(watchers.length > 0 && { onStatement }) })
  try {
    await checkAppRole(db)
    const modules = await loadModules()
    // Under the migrators' lock, so that two nodes that start together do not import the same data at once.
    await asOwner(ownerUrl, async () => {
      await prepareModules(modules, db, { now: new Date(), log })
      await holdAfterRestore(db, { modules, dataFolder, now: new Date() })
    })
    return { db, url, modules, migrations }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Opens the installation, serves it and does its own work beside the requests until it is closed. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const node = await joinNodes(options)
  try {
    const server = await serve(options, node)
    return { ...server, close: () => server.close().finally(() => node.leave()) }
  } catch (error) {
    await node.leave()
    throw error
  }
}

async function serve(options: StartOptions, node: Node): Promise<RunningServer> {
  const installation = await openInstallation(options)
  const { db } = installation
  try {
    const { firstRun } = options
    if (firstRun) await asOwner(options.ownerUrl, () => firstRun(installation))
    if (options.production) await refuseDemoAccounts(db)
    askWhereUndecided(options.production ? administrators : [])
    await node.serves()
    // Commands open the installation too: only who serves loads what serves.
    const { createServer } = await import('./server.ts')
    const server = await createServer({ ...options, ...installation })
    const signer = installationSigner(options.dataFolder, options.journalHash)
    await publishKey(db, signer, new Date())
    const { log, dataFolder } = options
    const background = startBackground({ ...installation, log, now: () => new Date(), signer, dataFolder })
    const telemetry = await openTelemetry(options.telemetry, log)
    telemetry?.measure(server.app)
    const close = () => Promise.all([server.close(), background.stop()]).then(() => telemetry?.stop())
    return { ...server, close: () => close().finally(() => db.destroy()) }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function loginOf(url: string) {
  const { username, password } = new URL(url)
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) }
}
