import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import { newId } from '../ids.ts'
import type { ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'
import { putOut } from '../outbox/put.ts'
import { claim } from '../worker/queue.ts'
import { holdAfterRestore } from './holds.ts'
import { keepMarker, readMarker } from './restored.ts'

const app = startTestApp()
const path = '/api/zones/linyi/backups'
const restoredTo = new Date('2026-11-20T08:00:00Z')
let zone: ZoneRef

const cookieOf = async (role: 'admin' | 'officer', of = 'linyi') =>
  (await signedInAs(app().db, { zone: of, roles: [role] })).headers

/** A restore happened: the marker lies in the folder, and the next start reads it. */
async function restored(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'luodi-marker-'))
  await keepMarker(folder, { at: new Date().toISOString(), to: restoredTo.toISOString(), backup: 'b' })
  const given = { modules: await loadModules(), dataFolder: folder, now: new Date() }
  await holdAfterRestore(app().db, given)
  expect(readMarker(folder)).toBeNull()
  await holdAfterRestore(app().db, given)
}

/** Puts out one message and answers its id. */
function put(kind: string, now = new Date()): Promise<string | undefined> {
  const item = { kind, key: newId(now), subjectKind: 'access.account', subjectId: newId(now), payload: {} }
  return inZone(app().db, zone.id, (db) => putOut(db, testContext(now, zone), item))
}

const claimed = async () => (await claim(app().db, { zoneId: zone.id, now: new Date() }))?.id

beforeEach(async () => {
  zone = await zoneRef(app().db, 'linyi')
})

it('holds what goes outside, old and new, lets through what stays within, and sends after the release', async () => {
  const old = await put('send.mail', new Date('2026-11-20T07:00:00Z'))
  await restored()
  await put('send.webhook')
  const within = await put('send.app')
  expect(await claimed()).toBe(within)
  expect(await claimed()).toBeUndefined()
  const admin = await cookieOf('admin')
  const { status, body } = await app().get(path, admin)
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { held: { older: 1, newer: 1 }, possible: false, backups: [] },
  })
  expect(await app().post(`${path}/release`, { waiting: 'send' }, admin)).toMatchObject({
    status: 200,
    body: { discarded: 0 },
  })
  expect(await claimed()).toBe(old)
  expect((await app().post(`${path}/release`, { waiting: 'send' }, admin)).status).toBe(404)
  expect((await app().get(path, admin)).body).toMatchObject({ held: null })
})

it('gives up what waits when that is chosen, and journals who did', async () => {
  await restored()
  const one = await put('send.mail')
  const admin = await cookieOf('admin')
  const answer = await app().post(`${path}/release`, { waiting: 'discard' }, admin)
  expect(answer).toMatchObject({ status: 200, body: { discarded: expect.any(Number) } })
  expect(await claimed()).not.toBe(one)
  const events = await inZone(app().db, zone.id, (db) =>
    db
      .selectFrom('journal.events')
      .select('after')
      .where('zone_id', '=', zone.id)
      .where('subject_kind', '=', 'backups.hold')
      .execute(),
  )
  expect(events.at(-1)?.after).toMatchObject({ waiting: 'discard' })
})

it("is the system administrator's alone, and says in a sentence when no backup can be made here", async () => {
  expect((await app().get(path, await cookieOf('officer'))).status).toBe(403)
  expect((await app().get(path, await cookieOf('admin', 'jiexiu'))).status).toBe(404)
  const refused = await app().post(path, {}, await cookieOf('admin'))
  expect(refused).toMatchObject({ status: 409, body: { code: 'backup.not_here' } })
  expect((await app().post(`${path}/release`, { waiting: 'lose' }, await cookieOf('admin'))).status).toBe(400)
})
