import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { NeedMatches } from '../contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let firm: Actor
let other: Actor
let need: string

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const made = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}
const matches = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return NeedMatches.parse(answer.body)
}

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const known = { status: 'operating', scale: 'small', registeredOn: '2023-01-01', industryCode: 'C2614' }
  const enterprise = made(await officer.post('/enterprises', { name: '甲公司', ...known }))
  firm = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', made(await officer.post('/enterprises', { name: '乙公司', ...known })))
  const product = { provider: '示例银行', providerKind: 'bank', purposes: ['equipment'] }
  made(await officer.post('/finance-products', { ...product, name: '大额贷', minYuan: '50000000.00' }))
  made(await officer.post('/finance-products', { ...product, name: '规上贷', aboveScale: true, maxMonths: 60 }))
  made(
    await officer.post('/finance-products', { ...product, name: '技改贷', minAgeMonths: 24, industries: 'C26，C30' }),
  )
  made(await officer.post('/finance-products', { ...product, name: '旧产品', validUntil: '2025-12-31' }))
  need = made(
    await firm.post('/finance-needs', {
      ...{ title: '设备款', purpose: 'equipment', amountYuan: '8000000.00', months: 36, neededBy: '2026-06-30' },
      open: 'yes',
      enterpriseId: enterprise,
    }),
  )
})

it('matches a need with products by stated conditions, and says what fits, misses and is not known', async () => {
  const found = matches(await firm.get(`/finance-needs/${need}/matches`))
  expect(found.matches.map(({ product, fit }) => [product.name, fit])).toEqual([
    ['技改贷', 'fits'],
    ['规上贷', 'maybe'],
    ['大额贷', 'misses'],
  ])
  expect(found.matches[2]?.conditions.filter(({ outcome }) => outcome === 'missed')).toMatchObject([
    { text: { zh: '额度不低于 5000 万元', en: 'At least CNY 50,000,000' } },
  ])
  expect(told(await other.get(`/finance-needs/${need}/matches`))).toBe('404 http.not_found')
})

it('goes to a provider on the word of the enterprise alone, and keeps what became of it', async () => {
  const [first, second] = matches(await firm.get(`/finance-needs/${need}/matches`)).matches
  const product = first?.product.id
  expect(told(await officer.post(`/finance-needs/${need}/accept`, { product }))).toBe('403 access.not_allowed')
  expect(told(await other.post(`/finance-needs/${need}/accept`, { product }))).toBe('404 http.not_found')
  const [offer] = matches(await firm.post(`/finance-needs/${need}/accept`, { product })).offers
  expect(offer).toMatchObject({ state: 'accepted', may: { withdraw: true, forward: false } })
  expect(told(await firm.post(`/finance-needs/${need}/accept`, { product }))).toBe('422 finance.running')
  const at = `/finance-offers/${offer?.id}`
  const granted = { granted: true, amountYuan: '6000000.00', note: '已放款' }
  expect(told(await officer.post(`${at}/decide`, { ...granted, version: 1 }))).toBe('422 finance.wrong_step')
  expect(told(await officer.post(`${at}/forward`, { version: 4, note: '已交客户经理' }))).toBe(
    '409 finance.changed_meanwhile',
  )
  const forwarded = matches(await officer.post(`${at}/forward`, { version: 1, note: '已交客户经理' }))
  expect(forwarded.offers[0]).toMatchObject({ state: 'forwarded', forwardedOn: '2026-03-02' })
  expect(told(await officer.post(`${at}/decide`, { ...granted, amountYuan: null, version: 2 }))).toBe(
    '422 finance.no_amount',
  )
  expect(matches(await officer.post(`${at}/decide`, { ...granted, version: 2 })).offers[0]).toMatchObject({
    ...{ state: 'granted', amountYuan: '6000000.00', decidedOn: '2026-03-02' },
  })
  const figure = (await officer.get('/figures/finance.granted')).body as { figure: { value: string } }
  expect(Number(figure.figure.value)).toBe(6_000_000)
  const again = matches(await firm.post(`/finance-needs/${need}/accept`, { product: second?.product.id })).offers
  const open = again.find(({ state }) => state === 'accepted')
  expect(matches(await firm.post(`/finance-offers/${open?.id}/withdraw`, { version: 1 })).offers).toContainEqual(
    expect.objectContaining({ id: open?.id, state: 'withdrawn' }),
  )
})
