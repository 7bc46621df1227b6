import { describe, expect, it } from 'vitest'
import { type SignedInAs, signedInAs, zoneRef } from '../../../test/support/accounts.ts'
import { marks } from '../../../test/support/marks-module.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { tidyAccess } from '../access/housekeeping.ts'
import { inZone } from '../database.ts'

const app = startTestApp({ extra: [marks], requestsPerMinute: 100_000 })
const officer = (zone = 'linyi') => signedInAs(app().db, { zone, roles: ['officer'] })
const path = '/api/zones/linyi/trial-marks'

const set = (body: object, who: SignedInAs, key?: string) =>
  app().post(path, body, { ...who.headers, ...(key !== undefined && { 'idempotency-key': key }) })
const count = async (note: string) => ((await app().get(`${path}/count?note=${note}`)).body as { count: number }).count

describe('a write with an idempotency key', () => {
  it('sent again has one effect and the same answer', async () => {
    const who = await officer()
    const first = await set({ note: 'again' }, who, 'key-of-again')
    const second = await set({ note: 'again' }, who, 'key-of-again')
    expect(first.status).toBe(200)
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect(await count('again')).toBe(1)
  })

  it('without a key has an effect each time', async () => {
    const who = await officer()
    await set({ note: 'each' }, who)
    await set({ note: 'each' }, who)
    expect(await count('each')).toBe(2)
  })

  it('sent ten times at once has one effect and one answer', async () => {
    const who = await officer()
    const answers = await Promise.all(Array.from({ length: 10 }, () => set({ note: 'rush' }, who, 'key-of-rush')))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await count('rush')).toBe(1)
  })

  it('is refused when its key was used for another request', async () => {
    const who = await officer()
    await set({ note: 'mine' }, who, 'key-of-mine')
    const other = await set({ note: 'other' }, who, 'key-of-mine')
    expect(other).toMatchObject({ status: 422, body: { code: 'http.idempotency_key_reused' } })
    expect(await count('other')).toBe(0)
  })

  it('that was refused may be sent again, and left nothing', async () => {
    const who = await officer()
    const body = { note: 'later', refuse: true }
    expect((await set(body, who, 'key-of-later')).status).toBe(422)
    expect(await count('later')).toBe(0)
    expect((await set({ note: 'later' }, who, 'key-of-later')).status).toBe(200)
  })

  it("has nothing to do with another account's key", async () => {
    const [one, other] = [await officer(), await officer()]
    const first = await set({ note: 'shared' }, one, 'key-of-shared')
    const second = await set({ note: 'shared' }, other, 'key-of-shared')
    expect(second.body).not.toEqual(first.body)
    expect(await count('shared')).toBe(2)
  })

  it('is asked for its permission before its answer is told again', async () => {
    const who = await officer()
    await set({ note: 'gone' }, who, 'key-of-gone')
    const zone = await zoneRef(app().db, 'linyi')
    await inZone(app().db, zone.id, (db) =>
      db
        .updateTable('access.memberships')
        .set({ roles: ['leader'] })
        .where('zone_id', '=', zone.id)
        .where('account_id', '=', who.accountId)
        .execute(),
    )
    expect((await set({ note: 'gone' }, who, 'key-of-gone')).status).toBe(403)
  })

  it('that carries a password or answers personal values in full keeps neither', async () => {
    const admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'] })
    const body = { login: 'dora.kept', name: 'Dora', password: 'an initial password' }
    const send = () =>
      app().post('/api/zones/linyi/accounts', body, { ...admin.headers, 'idempotency-key': 'key-of-dora' })
    expect([(await send()).status, (await send()).status]).toEqual([200, 409])
    const zone = await zoneRef(app().db, 'linyi')
    const kept = await inZone(app().db, zone.id, (db) =>
      db
        .selectFrom('access.answers')
        .select('key')
        .where('zone_id', '=', zone.id)
        .where('account_id', '=', admin.accountId)
        .execute(),
    )
    expect(kept).toEqual([])
  })

  it('is refused with a key that is none', async () => {
    expect(await set({ note: 'x' }, await officer(), 'short')).toMatchObject({
      status: 400,
      body: { code: 'http.idempotency_key_malformed' },
    })
  })

  it('is forgotten after a day, not sooner', async () => {
    const who = await officer()
    const directory = {
      find: async () => undefined,
      list: async () => [{ ...(await zoneRef(app().db, 'linyi')), name: { zh: '', en: '' } }],
    }
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
    await set({ note: 'kept' }, who, 'key-of-kept')
    await tidyAccess(app().db, directory, hours(23))
    const again = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
    expect(again.accountId).not.toBe(who.accountId)
    const zone = await zoneRef(app().db, 'linyi')
    const kept = () =>
      inZone(app().db, zone.id, (db) =>
        db
          .selectFrom('access.answers')
          .select('key')
          .where('zone_id', '=', zone.id)
          .where('account_id', '=', who.accountId)
          .execute(),
      )
    expect(await kept()).toEqual([{ key: 'key-of-kept' }])
    await tidyAccess(app().db, directory, hours(25))
    expect(await kept()).toEqual([])
  })
})

describe('a public endpoint of a zone', () => {
  it('answers nobody and knows no caller, and is 404 where there is no zone', async () => {
    expect((await app().get(`${path}/count?note=none`)).body).toEqual({ count: 0, caller: null })
    expect((await app().get('/api/zones/nowhere/trial-marks/count?note=none')).status).toBe(404)
  })
})
