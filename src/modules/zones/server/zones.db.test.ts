import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { dayNumber, isWorkday } from '../../../kernel/calendar.ts'
import { inZone } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { ZoneSettings } from '../contract.ts'
import { findZone, getZone, zoneCalendar } from './api.ts'
import { importReference } from './import-reference.ts'

const app = startTestApp()
const now = new Date('2026-03-02T01:00:00Z')

async function addDay(code: string, day: string, worked: boolean): Promise<void> {
  const { id: zone } = await getZone(app().db, code)
  const row = { zone_id: zone, id: newId(now), version: 1, created_at: now, created_by: 'test', updated_at: now }
  await inZone(app().db, zone, (db) =>
    db
      .insertInto('zones.calendar_days')
      .values({ ...row, updated_by: 'test', archived_at: null, day, worked, reason: 'trade fair' })
      .execute(),
  )
}

it('lists the five zones with their county codes', async () => {
  const { status, body } = await app().get('/api/zones')
  expect(status).toBe(200)
  const { zones } = body as { zones: ZoneSettings['zone'][] }
  expect(zones.map((zone) => `${zone.countyCode} ${zone.code}`)).toEqual([
    '140404 shangdang',
    '140727 qixian',
    '140781 jiexiu',
    '140821 linyi',
    '141122 jiaocheng',
  ])
})

it('shows the reforms and the calendar of a zone, and says how sure the data is', async () => {
  const { body } = await app().get('/api/zones/linyi')
  const settings = ZoneSettings.parse(body)
  expect(settings).toMatchObject({
    zone: { code: 'linyi', confidence: 'M' },
    reforms: { parallel: true, preReview: false },
  })
  expect(settings.calendar.years.map((year) => year.year)).toEqual([2024, 2025, 2026])
  expect(settings.calendar.years[2]).toMatchObject({ source: expect.stringContaining('2025-11-04'), confidence: 'P' })
})

it('refuses an unknown zone by its code', async () => {
  const { status, body } = await app().get('/api/zones/atlantis')
  expect(status).toBe(404)
  expect(body).toMatchObject({ code: 'zones.unknown', text: { en: 'This installation has no zone "atlantis".' } })
})

it('changes nothing when the reference data comes in again', async () => {
  const rows = () => withClient(app().ownerUrl, async (c) => (await c.query('table zones.zones order by code')).rows)
  const settings = () =>
    withClient(app().ownerUrl, async (c) => (await c.query('table zones.settings order by id')).rows)
  const before = [await rows(), await settings()]
  await importReference(app().db, new Date('2027-01-01T00:00:00Z'))
  expect([await rows(), await settings()]).toEqual(before)
})

it('keeps what a zone has set when the reference data comes in again', async () => {
  const { id: zone } = await getZone(app().db, 'jiexiu')
  await inZone(app().db, zone, (db) =>
    db.updateTable('zones.settings').set({ pre_review: true }).where('zone_id', '=', zone).execute(),
  )
  await importReference(app().db, now)
  expect((await app().get('/api/zones/jiexiu')).body).toMatchObject({ reforms: { preReview: true } })
})

it("builds the zone's calendar from the notices and its own days, anew when they change, and shares it until then", async () => {
  const { db } = app()
  const before = await zoneCalendar(db, 'qixian')
  expect(await zoneCalendar(db, 'qixian')).toBe(before)
  expect(isWorkday(before, dayNumber('2026-02-14'))).toBe(true)
  expect(isWorkday(before, dayNumber('2026-03-03'))).toBe(true)
  await addDay('qixian', '2026-03-03', false)
  await addDay('qixian', '2026-03-07', true)
  const after = await zoneCalendar(db, 'qixian')
  expect([isWorkday(after, dayNumber('2026-03-03')), isWorkday(after, dayNumber('2026-03-07'))]).toEqual([false, true])
  expect(await zoneCalendar(db, 'linyi')).toBe(before)
  expect(await zoneCalendar(db)).toBe(before)
  expect((await app().get('/api/zones/qixian')).body).toMatchObject({
    calendar: { overrides: { off: ['2026-03-03'], work: ['2026-03-07'] } },
  })
})

it("hides one zone's days from another even when the query forgets to ask for the zone", async () => {
  await addDay('shangdang', '2026-03-04', false)
  const linyi = await findZone(app().db, 'linyi')
  const days = await withClient(app().appUrl, async (client) => {
    await client.query('begin')
    await client.query(`set local luodi.zone_id = '${linyi?.id}'`)
    const { rowCount } = await client.query('select from zones.calendar_days')
    await client.query('rollback')
    return [rowCount, (await client.query('select from zones.calendar_days')).rowCount]
  })
  expect(days).toEqual([0, 0])
})

it('answers undefined for a zone that may be missing', async () => {
  expect(await findZone(app().db, 'atlantis')).toBeUndefined()
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(app().db)
  expect(rows).toEqual([{ one: 1 }])
})
