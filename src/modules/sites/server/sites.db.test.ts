import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { SiteCard } from '../contract/card.ts'
import { Found } from '../contract/find.ts'
import { NeedsReading } from '../contract/needs.ts'
import { Picks } from '../contract/pick.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let promoter: Actor
let operator: Actor
let outsider: Actor
let exact: string
let lead: string

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const made = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}
const picks = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return Picks.parse(answer.body)
}
const land = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven', industries: 'C15' }

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  promoter = await actor(stage, 'promoter')
  operator = await actor(stage, 'operator')
  outsider = await actor(stage, 'enterprise')
  const parcel = async (code: string, more: Record<string, unknown>) =>
    made(
      await officer.post('/parcels', { ...land, code, name: `示例地块 ${code}`, registeredAreaSqm: 80_000, ...more }),
    )
  exact = await parcel('T-1', { voltageKv: 35, steamTph: 12 })
  await parcel('T-2', { voltageKv: 10, steamTph: 12, landKind: 'ordinary' })
  await parcel('T-3', { steamTph: 12 })
  const channelId = made(await promoter.post('/promotion-channels', { name: '产业链', kind: 'chain' }))
  const known = { company: '甲食品公司', foundOn: '2026-02-02', industryCode: 'C1523', landMu: 120 }
  lead = made(await promoter.post('/leads', { name: '果汁厂', channelId, ...known }))
})

describe('words and sites', () => {
  it('reads words, finds the parcel that fits, tells the miss of another and asks about what is not recorded', async () => {
    const read = NeedsReading.parse(
      (await promoter.post('/site-needs/read', { words: '120亩，35千伏，蒸汽10吨/小时，果汁' })).body,
    )
    expect(read).toMatchObject({ asks: [], unread: [], needs: { kind: 'land', areaMinSqm: 80_000, voltageKv: 35 } })
    const found = Found.parse((await promoter.post('/sites/find', { needs: read.needs })).body)
    expect(found.candidates.map(({ name, standing }) => [name, standing])).toEqual([
      ['示例地块 T-1', 'fits'],
      ['示例地块 T-3', 'unknown'],
      ['示例地块 T-2', 'misses'],
    ])
    expect(found.candidates[0]).toMatchObject({ score: 100, reasons: expect.arrayContaining([]) })
    expect(found.candidates[2]?.reasons.find(({ name }) => name === 'voltage')?.reason.zh).toBe(
      '电压 10 kV，需要 35 kV：差两级，要从更高一级的变电站接入',
    )
    // Standard land is the shorter way; ordinary land gains nothing over itself.
    expect(found.candidates[0]?.plan?.shorter).toBeGreaterThan(0)
    expect(found.candidates[2]?.plan?.shorter).toBe(0)
  })

  it('refuses empty words and needs that are none, and is not for enterprises', async () => {
    expect((await promoter.post('/site-needs/read', { words: ' ' })).status).toBe(400)
    expect((await promoter.post('/sites/find', { needs: { voltageKv: 'high' } })).status).toBe(400)
    expect(told(await outsider.post('/sites/find', { needs: {} }))).toBe('403 access.not_allowed')
    expect(told(await outsider.post('/site-needs/read', { words: '120亩' }))).toBe('403 access.not_allowed')
  })
})

describe('the card', () => {
  const profile = { title: '食品园 120 亩', titleEn: '120 mu for food', handOverOn: '2026-09-01', published: false }

  it('is the zone’s own until it is published, and shows visitors no shape', async () => {
    const at = `/api/sites/linyi/parcel/${exact}`
    const record = made(await operator.post('/site-profiles', { ...profile, parcelId: exact, dualSupply: true }))
    const own = SiteCard.parse((await promoter.get(`/sites/parcel/${exact}`)).body)
    expect(own).toMatchObject({ name: { zh: '食品园 120 亩', en: '120 mu for food' }, published: false })
    expect(own.utilities).toContainEqual({
      label: { zh: '供水', en: 'Water' },
      value: { zh: '没有登记', en: 'not recorded' },
    })
    expect(told(await app().get(at))).toBe('404 http.not_found')
    expect((await app().get('/api/sites/linyi')).body).toMatchObject({ sites: [] })
    expect((await operator.patch(`/site-profiles/${record}`, { version: 1, published: true })).status).toBe(200)
    const shown = SiteCard.parse((await app().get(at)).body)
    expect(shown).toMatchObject({ published: true, rings: [], handOver: { zh: '最早 2026-09-01 交付' } })
    expect((await app().get('/api/sites/linyi')).body).toMatchObject({ sites: [{ id: exact, areaSqm: 80_000 }] })
    expect(told(await app().get(`/api/sites/jiexiu/parcel/${exact}`))).toBe('404 http.not_found')
    expect(told(await app().get(`/api/sites/nowhere/parcel/${exact}`))).toBe('404 http.not_found')
    expect(told(await outsider.get(`/sites/parcel/${exact}`))).toBe('403 access.not_allowed')
    const twice = await operator.post('/site-profiles', { ...profile, parcelId: exact })
    expect(twice.status).toBe(409)
  })

  it('a layout is a record whose lines can be read; another line is refused', async () => {
    const study = { name: '方案一', parcelId: exact, layout: '厂房1 生产 80×50 1层×9 位置 60,50 转 0' }
    made(await promoter.post('/site-studies', study))
    expect((await promoter.post('/site-studies', { ...study, layout: '八十米的厂房' })).status).toBe(400)
  })
})

describe('the short list of a lead', () => {
  it('begins with what the lead says, keeps a site with its reasons once, and decides with a reason', async () => {
    const of = { of: 'lead', subject: lead }
    const { needs, mayKeep } = picks(await promoter.get(`/site-picks?of=lead&subject=${lead}`))
    expect({ needs, mayKeep }).toMatchObject({ mayKeep: true, needs: { areaMinSqm: 80_000, industryCode: 'C1523' } })
    const keep = { ...of, kind: 'parcel', siteId: exact, needs: { ...needs, voltageKv: 35 } }
    const [kept] = picks(await promoter.post('/site-picks', keep)).picks
    expect(kept).toMatchObject({ state: 'kept', standing: 'fits', score: 100, keptOn: '2026-03-02' })
    expect(told(await promoter.post('/site-picks', keep))).toBe('422 sites.kept')
    expect(told(await operator.post('/site-picks', keep))).toBe('403 access.not_allowed')
    const at = `/site-picks/${kept?.id}`
    expect(told(await promoter.post(`${at}/choose`, { version: 7, note: '客商同意' }))).toBe('409 sites.stale')
    const [chosen] = picks(await promoter.post(`${at}/choose`, { version: 1, note: '客商同意' })).picks
    expect(chosen).toMatchObject({ state: 'chosen', note: '客商同意', may: { choose: false, drop: true } })
    expect(told(await promoter.post(`${at}/choose`, { version: 2, note: '再选' }))).toBe('422 sites.wrong_step')
    const [dropped] = picks(await promoter.post(`${at}/drop`, { version: 2, note: '客商改主意' })).picks
    expect(dropped).toMatchObject({ state: 'dropped', may: { choose: true, drop: false } })
    expect(told(await outsider.get(`/site-picks?of=lead&subject=${lead}`))).toBe('403 access.not_allowed')
    const nobody = '019aaaaa-0000-7000-8000-000000000001'
    expect(told(await promoter.get(`/site-picks?of=lead&subject=${nobody}`))).toBe('404 http.not_found')
    expect(told(await promoter.post('/site-picks', { ...keep, siteId: nobody }))).toBe('404 http.not_found')
  })
})
