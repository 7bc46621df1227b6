import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { sealSettled } from '../../../test/support/other-writers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone, openDatabase } from '../database.ts'
import { newId } from '../ids.ts'
import { record } from '../journal/record.ts'
import { publishKey } from '../journal/seal/signing-key.ts'
import { newPrivateKey, signerOf } from '../journal/seal/suite.ts'
import { named } from '../slow/running.ts'
import { slowStatements, watchSlow } from '../slow/slow-statements.ts'
import type { SystemView } from './contract.ts'

let at = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ now: () => at })
const look = async () => {
  const admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'], now: at })
  const answer = await app().get('/api/zones/linyi/system', admin.headers)
  expect(answer.status).toBe(200)
  return answer.body as SystemView
}

it('tells of sealing how much waits and for how long, and nothing when all is sealed', async () => {
  const { db } = app()
  const zone = await zoneRef(db, 'linyi')
  const event = () =>
    inZone(db, zone.id, (zoned) =>
      record(zoned, testContext(at, zone), { subjectKind: 'x.y', subjectId: newId(at), action: 'make' }),
    )
  await event()
  at = new Date(at.getTime() + 90_000)
  const before = await look()
  expect(before.sealing.waiting).toBeGreaterThan(0)
  expect(before.sealing).toMatchObject({ sealed: 0, lagSeconds: 90, checkpointAt: null })
  const signer = signerOf(newPrivateKey('sha256'))
  await publishKey(db, signer, at)
  const sealing = { zone, signer, now: at, witness: async () => null, thorough: true }
  while (await sealSettled(app().ownerUrl, db, sealing));
  const { sealed } = (await look()).sealing
  expect(sealed).toBeGreaterThan(0)
  // Making the administrator who looks is an event too: it is the only one that waits.
  while (await sealSettled(app().ownerUrl, db, { ...sealing, thorough: false }));
  const admin = await signedInAs(db, { zone: 'linyi', roles: ['admin'], now: at })
  while (await sealSettled(app().ownerUrl, db, { ...sealing, thorough: false }));
  const after = await app().get('/api/zones/linyi/system', admin.headers)
  expect((after.body as SystemView).sealing).toMatchObject({
    waiting: 0,
    lagSeconds: 0,
    checkpointAt: at.toISOString(),
  })
})

it('tells of jobs, of the holiday notices of this year and the next, of the disk, and that nothing is known of an outside backup', async () => {
  const view = await look()
  expect(view.jobs).toEqual({ open: 0, overdue: 0, dead: 0, lagSeconds: 0 })
  expect(view.calendar).toEqual([
    { year: 2026, loaded: true },
    { year: 2027, loaded: false },
  ])
  expect(view.backup).toEqual({ possible: false, newestAt: null, logTo: null, damages: null })
  expect(view.disk?.totalBytes).toBeGreaterThan(view.disk?.freeBytes ?? Number.POSITIVE_INFINITY)
  expect(view.database.bytes).toBeGreaterThan(1_000_000)
})

it('tells when the process stood still and for how long, to administrators and to the collector', async () => {
  const before = await look()
  expect(before.scanner).toBe('none')
  const until = performance.now() + 1_800
  while (performance.now() < until);
  const mine = async () => (await look()).eventLoop.blocks.find((block) => block.at === at.toISOString())
  await expect.poll(mine).toBeDefined()
  expect((await mine())?.ms).toBeGreaterThanOrEqual(1_000)
  const { p99Ms } = (await look()).eventLoop
  expect(p99Ms).toBeGreaterThanOrEqual(0)
  const { body } = await app().get('/metrics')
  expect(body).toMatch(/^luodi_nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m)
  expect((await app().get('/healthz')).status).toBe(200)
})

it('names the endpoint of a statement that took long, its values left out, and no other', async () => {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const onStatement = watchSlow({ thresholdMs: 150, log, now: () => at })
  const db = openDatabase({ url: app().appUrl, onStatement })
  try {
    await named('cases.listCases', async () => {
      await sql`select ${'a secret value'}::text`.execute(db)
      await sql`select pg_sleep(0.2), ${'a secret value'}::text`.execute(db)
    })
    await sql`select pg_sleep(0.2)`.execute(db)
  } finally {
    await db.destroy()
  }
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { by: 'cases.listCases', msg: 'slow statement', sql: 'select pg_sleep(0.2), $1::text' },
    { by: null, sql: 'select pg_sleep(0.2)' },
  ])
  expect(lines.join()).not.toContain('secret')
  expect(slowStatements()[0]?.by).toBeNull()
  const { slow } = await look()
  expect(slow.map(({ by }) => by)).toEqual([null, 'cases.listCases'])
})
