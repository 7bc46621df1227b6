import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../test/setup/database.ts'
import { openDatabase } from './database.ts'
import { findMigrations } from './migration-files.ts'
import { loadModules } from './modules.ts'
import { createServer } from './server.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Serves one request, closes, and keeps nothing of it. */
async function served(): Promise<WeakRef<object>> {
  const { appUrl } = await freshDatabase()
  const db = openDatabase({ url: appUrl })
  const log = pino({ level: 'silent' })
  const { app, url, close } = await createServer({
    db,
    log,
    modules: await loadModules(),
    migrations: findMigrations(),
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  await close()
  await db.destroy()
  return new WeakRef(app)
}

it('a closed server is let go of: a process may open one after the other', async () => {
  const app = await served()
  for (let i = 0; i < 50 && app.deref() !== undefined; i++) {
    await sleep(20)
    collect()
  }
  expect(app.deref() === undefined).toBe(true)
})
