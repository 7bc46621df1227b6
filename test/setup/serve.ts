import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openDatabase } from '../../src/platform/database.ts'
import { findMigrations } from '../../src/platform/migration-files.ts'
import type { Database } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { createServer } from '../../src/platform/server.ts'
import { freshDatabase } from './database.ts'

export interface Served {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  /** The server's own database: for what a journey finds there before it begins. */
  readonly db: Database
  readonly close: () => Promise<void>
}

/** Of the server before, which has ended: what a browser keeps of the program's files it keeps by their address. */
let lastPort = 0

/** All modules and the built pages, in this process, on any free port and a database of its own, at the machine's time or the test's. */
export async function serve(now: () => Date = () => new Date()): Promise<Served> {
  const { appUrl } = await freshDatabase()
  const db = openDatabase({ url: appUrl })
  const dataFolder = await mkdtemp(join(tmpdir(), 'luodi-journey-'))
  const options = {
    db,
    dataFolder,
    modules: await loadModules(),
    migrations: findMigrations(),
    log: pino({ level: 'silent' }),
    now,
    // Everybody of a journey comes from the same address.
    requestsPerMinute: 100_000,
    webFolder: join(import.meta.dirname, '..', '..', 'dist', 'web'),
  }
  const server = await createServer({ ...options, port: lastPort }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    return createServer(options)
  })
  const { origin, port } = new URL(server.url)
  lastPort = Number(port)
  return {
    address: origin,
    db,
    close: async () => {
      await server.close()
      await db.destroy()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
