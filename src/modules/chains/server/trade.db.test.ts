import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { TradeView } from '../contract/trade.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let boxes: Actor
let juice: Actor
let other: Actor
let supply: string
let demand: string

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const pairs = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return TradeView.parse(answer.body).pairs
}
const posted = async (by: Actor, fields: object) => {
  const answer = await by.post('/postings', fields)
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const [a, b, c] = [
    await newEnterprise(officer, '甲包装'),
    await newEnterprise(officer, '乙果汁'),
    await newEnterprise(officer, '丙铸造'),
  ]
  boxes = await actor(stage, 'enterprise', a)
  juice = await actor(stage, 'enterprise', b)
  other = await actor(stage, 'enterprise', c)
  supply = await posted(boxes, { product: '瓦楞纸箱', side: 'supply', enterpriseId: a, quantity: 500, unit: '只' })
  demand = await posted(juice, { product: '纸箱', side: 'demand', enterpriseId: b, quantity: 400, unit: '只' })
  await posted(other, { product: '铸件', side: 'supply', enterpriseId: c, untilOn: '2026-12-31' })
  await posted(other, { product: '纸箱', side: 'demand', enterpriseId: c, untilOn: '2026-03-01' })
})

describe('supply and demand', () => {
  it('finds what goes together with reasons, for each side its own', async () => {
    const [pair, ...rest] = pairs(await juice.get('/posting-pairs'))
    expect(rest).toEqual([])
    expect(pair).toMatchObject({ supply: { id: supply }, demand: { id: demand }, match: null, mayIntroduce: true })
    expect(pair?.parts.map(({ key, degree }) => [key, degree])).toEqual([
      ...[
        ['product', 0.8],
        ['quantity', 1],
        ['region', null],
        ['time', null],
      ],
    ])
    expect(pairs(await other.get('/posting-pairs'))).toEqual([])
    expect(pairs(await officer.get('/posting-pairs'))).toHaveLength(1)
    expect(pairs(await (await actor({ ...stage, zone: 'jiexiu' }, 'officer')).get('/posting-pairs'))).toEqual([])
  })

  it('is brought together once by one of the two or by the zone, and each side answers for itself', async () => {
    expect(told(await other.post('/posting-matches', { supply, demand }))).toBe('404 http.not_found')
    const supervisor = await actor(stage, 'supervisor')
    expect(told(await supervisor.post('/posting-matches', { supply, demand }))).toBe('403 access.not_allowed')
    const [brought] = pairs(await juice.post('/posting-matches', { supply, demand }))
    expect(brought?.match).toMatchObject({ state: 'open', supplyAnswer: null, demandAnswer: 'accepted', mayAnswer: [] })
    expect(told(await officer.post('/posting-matches', { supply, demand }))).toBe('409 chains.already')
    const { id, version = 0 } = brought?.match ?? {}
    const yes = { version, side: 'supply', accept: true }
    expect(told(await other.post(`/posting-matches/${id}/answer`, yes))).toBe('404 http.not_found')
    expect(told(await juice.post(`/posting-matches/${id}/answer`, yes))).toBe('404 http.not_found')
    expect(told(await boxes.post(`/posting-matches/${id}/answer`, { ...yes, version: 7 }))).toBe(
      '409 chains.changed_meanwhile',
    )
    const silent = { ...yes, accept: false }
    expect(told(await boxes.post(`/posting-matches/${id}/answer`, silent))).toBe('400 chains.no_reason')
    const [agreed] = pairs(await boxes.post(`/posting-matches/${id}/answer`, yes))
    expect(agreed?.match).toMatchObject({ state: 'accepted', mayAnswer: [] })
    const again = { version: version + 1, side: 'supply', accept: true }
    expect(told(await boxes.post(`/posting-matches/${id}/answer`, again))).toBe('422 chains.answered')
  })

  it('refuses what does not go together', async () => {
    const cast = pairs(await officer.get('/posting-pairs')).length
    expect(cast).toBe(1)
    const { rows } = (await officer.get('/postings')).body as { rows: { id: string; product: string; side: string }[] }
    const casting = rows.find(({ product }) => product === '铸件')?.id
    const late = rows.find(({ product, id }) => product === '纸箱' && id !== demand)?.id
    expect(told(await officer.post('/posting-matches', { supply: casting, demand }))).toBe('422 chains.apart')
    expect(told(await officer.post('/posting-matches', { supply, demand: late }))).toBe('422 chains.apart')
    expect(told(await officer.post('/posting-matches', { supply: demand, demand: supply }))).toBe('404 http.not_found')
  })
})
