/**
 * Points sqlmap (Debian's package) at every kind of place where text of a caller reaches a statement, on a product of its own with a filled
 * zone; before that at two planted faults, which it must find. Usage: node test/hostile/sqlmap.ts
 * Ends with 0 when it has found the planted faults and nothing else. Takes some minutes, so that no `npm test` runs it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { appUrl, newAppLogin } from '../../src/platform/app-role.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { findMigrations } from '../../src/platform/migration-files.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { openPostgres } from '../../src/platform/postgres/open.ts'
import { createServer } from '../../src/platform/server.ts'
import { makeTemplate } from '../setup/template.ts'
import { signedInAs } from '../support/accounts.ts'
import { fillZone } from './fill-zone.ts'
import { plantFaults } from './planted.ts'
import { probe } from './probe.ts'
import { targetsOf } from './targets.ts'

const folder = mkdtempSync(join(tmpdir(), 'luodi-sqlmap-'))
const log = pino({ level: 'silent' })
const opened = await openPostgres({ dataFolder: folder, serverSettings: ['fsync=off', 'max_connections=60'] })
let faults = 0
try {
  const login = newAppLogin()
  const ownerUrl = await makeTemplate(opened.ownerUrl, 'luodi_sqlmap', login)
  const db = openDatabase({ url: appUrl(ownerUrl, login) })
  const modules = await loadModules()
  await fillZone({ db, modules, log })
  const server = await createServer({
    ...{ db, modules, log, migrations: findMigrations(), dataFolder: folder, requestsPerMinute: 10_000_000 },
  })
  const planted = await plantFaults(ownerUrl)
  try {
    const cookieOf = async (...roles: Parameters<typeof signedInAs>[1]['roles']) =>
      (await signedInAs(db, { zone: 'linyi', roles })).headers.cookie
    const cookie = await cookieOf('leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'admin')
    for (const target of planted.targets) {
      const found = await probe(target, { cookie: '', folder })
      console.log(`${found.injectable ? 'found, as it must be' : 'MISSED'}: ${target.name} (${found.seconds} s)`)
      if (!found.injectable) faults += 1
    }
    let asked = 0
    for (const target of await targetsOf(server.url, cookie)) {
      const found = await probe(target, { cookie, folder })
      asked += 1
      console.log(`${found.injectable ? 'FOUND' : 'nothing found'}: ${target.name} (${found.seconds} s)`)
      if (found.injectable) {
        faults += 1
        console.log(found.output)
      }
    }
    console.log(`${asked} places of the product asked, ${faults === 0 ? 'nothing found' : `${faults} faults`}`)
  } finally {
    await planted.close()
    await server.close()
    await db.destroy()
  }
} finally {
  await opened.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(faults === 0 ? 0 : 1)
