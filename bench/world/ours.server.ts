import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startBackground } from '../../src/platform/background.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { installationSigner, publishKey } from '../../src/platform/journal/seal/signing-key.ts'
import { findMigrations } from '../../src/platform/migration-files.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { createServer } from '../../src/platform/server.ts'
import { ordersOf, ready } from './child.ts'

/** The product as it is started, with a limit on requests that the comparison does not reach and its log going nowhere. */
const { appUrl, background, pages } = ordersOf()
const log = pino({ level: 'info' }, pino.destination({ dest: '/dev/null', sync: true }))
const db = openDatabase({ url: appUrl })
const modules = await loadModules()
const webFolder = join(import.meta.dirname, '..', '..', 'dist', 'web')
const served = { db, modules, migrations: findMigrations(), log, requestsPerMinute: 1e9 }
const server = await createServer({ ...served, ...(pages && { webFolder }) })
if (background) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-bench-'))
  const signer = installationSigner(dataFolder, 'sha256')
  await publishKey(db, signer, new Date())
  startBackground({ db, modules, log, url: appUrl, now: () => new Date(), signer, dataFolder })
}
ready(new URL(server.url).origin)
