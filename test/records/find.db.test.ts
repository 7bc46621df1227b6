import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { zoneDirectory } from '../../src/platform/access/zones.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/module.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { fillSounds } from '../../src/platform/records/sounds/fill.ts'
import { type SignedInAs, signedInAs, zoneRef } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const names = ['东川华德食品有限公司', '西岭长安机械制造厂', '南湖A1新材料', '华德物流', '重庆路桥'] as const
let officer: SignedInAs
let firm: SignedInAs
let abroad: SignedInAs

beforeAll(async () => {
  const { db } = app()
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer', 'admin'] })
  abroad = await signedInAs(db, { zone: 'jiexiu', roles: ['officer'] })
  let first = ''
  for (const name of names) {
    const { body } = await app().post('/api/zones/linyi/enterprises', { name, status: 'planned' }, officer.headers)
    first = first || (body as { record: { id: string } }).record.id
  }
  await app().post('/api/zones/linyi/departments', { name: '华德片区办公室' }, officer.headers)
  firm = await signedInAs(db, { zone: 'linyi', roles: ['enterprise'], enterpriseId: first })
})

async function found(q: string, as = officer, zone = 'linyi'): Promise<string[]> {
  const { status, body } = await app().get(`/api/zones/${zone}/find?${new URLSearchParams({ q })}`, as.headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { found: { title: string; kind: string }[] }).found.map(({ title }) => title).sort()
}

async function listed(q: string): Promise<string[]> {
  const { body } = await app().get(`/api/zones/linyi/enterprises?${new URLSearchParams({ q })}`, officer.headers)
  return (body as { rows: { name: string }[] }).rows.map(({ name }) => name).sort()
}

describe('records are found', () => {
  it.each([
    ['华德', ['东川华德食品有限公司', '华德物流', '华德片区办公室']],
    ['hd', ['东川华德食品有限公司', '华德物流', '华德片区办公室']],
    ['huade', ['东川华德食品有限公司', '华德物流', '华德片区办公室']],
    ['HuaDeShi', ['东川华德食品有限公司']],
    ['hdsp', ['东川华德食品有限公司']],
    ['dchdspyxgs', ['东川华德食品有限公司']],
    ['changan', ['西岭长安机械制造厂']],
    ['chongqing', ['重庆路桥']],
    ['cqlq', ['重庆路桥']],
    ['a1', ['南湖A1新材料']],
    ['A1xin', ['南湖A1新材料']],
    ['华德 wuliu', ['华德物流']],
    ['uade', []],
    ['zhongqing', []],
  ])('of every kind by signs, pinyin or initials: %s', async (q, expected) => {
    expect(await found(q)).toEqual([...expected].sort())
    expect(await listed(q)).toEqual(expected.filter((name) => name !== '华德片区办公室').sort())
  })

  it('only as far as the caller may read', async () => {
    expect(await found('华德', firm)).toEqual(['东川华德食品有限公司'])
    expect(await found('hdsp', abroad, 'jiexiu')).toEqual([])
    expect((await app().get('/api/zones/linyi/find?q=hd', abroad.headers)).status).toBe(404)
  })

  it('by the name that they have now', async () => {
    const { body } = await app().get('/api/zones/linyi/enterprises?q=cqlq', officer.headers)
    const [row] = (body as { rows: { id: string; version: number }[] }).rows
    await app().send(`/api/zones/linyi/enterprises/${row?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...officer.headers },
      body: JSON.stringify({ version: row?.version, name: '成都路桥' }),
    })
    expect(await found('cqlq')).toEqual([])
    expect(await found('cdlq')).toEqual(['成都路桥'])
  })

  it('also those that were written before names had sounds, once the program has started', async () => {
    const { db } = app()
    const zone = await zoneRef(db, 'linyi')
    await inZone(db, zone.id, async (zoned) => {
      const { rows } = await sql<{ id: string }>`update enterprises.enterprises t
        set search_text = split_part(t.search_text, E'\nｘｌ', 1)
        where t.zone_id = ${zone.id} and t.name = '西岭长安机械制造厂' returning t.id`.execute(zoned)
      await sql`update records.search set sounds = '{}' where zone = ${zone.id} and id = ${rows[0]?.id}`.execute(zoned)
    })
    expect(await found('changan')).toEqual([])
    const modules = withParts(await loadModules())
    const filling = { modules, zones: zoneDirectory(modules), signal: new AbortController().signal }
    expect(await fillSounds(db, filling)).toBe(1)
    for (const q of ['changan', 'cajx', '长安']) expect(await found(q)).toEqual(['西岭长安机械制造厂'])
    expect(await fillSounds(db, filling)).toBe(0)
  })

  it('two nodes that fill at the same moment give a name its sounds once', async () => {
    const { db } = app()
    const textOf = async (zoned: Database) => {
      const asked = zoned.selectFrom('enterprises.enterprises').select(['id', 'search_text'])
      return asked.where('zone_id', '=', zoneId).where('name', '=', '华德物流').executeTakeFirstOrThrow()
    }
    const zoneId = (await zoneRef(db, 'linyi')).id
    const before = await inZone(db, zoneId, textOf)
    const plain = before.search_text.split('\n')[0] ?? ''
    await inZone(db, zoneId, async (zoned) => {
      await sql`update enterprises.enterprises set search_text = ${plain} where zone_id = ${zoneId} and id = ${before.id}`.execute(
        zoned,
      )
      await sql`update records.search set sounds = '{}' where zone = ${zoneId} and id = ${before.id}`.execute(zoned)
    })
    const modules = withParts(await loadModules())
    const fill = () => fillSounds(db, { modules, zones: zoneDirectory(modules), signal: new AbortController().signal })
    // Both find the name without sounds, and wait for the row.
    const both = await inZone(db, zoneId, async (zoned) => {
      await sql`select from enterprises.enterprises where zone_id = ${zoneId} and id = ${before.id} for update`.execute(
        zoned,
      )
      const filling = [fill(), fill()]
      const waiting = () =>
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      await expect.poll(async () => (await waiting()).rows.length, { timeout: 10_000 }).toBe(2)
      return filling
    })
    expect((await Promise.all(both)).sort()).toEqual([0, 1])
    expect((await inZone(db, zoneId, textOf)).search_text).toBe(before.search_text)
  })
})
