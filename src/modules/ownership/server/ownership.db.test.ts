import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { Ownership } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let [a, b, c] = ['', '', '']

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  a = await newEnterprise(officer, '甲公司')
  b = await newEnterprise(officer, '乙公司')
  c = await newEnterprise(officer, '丙公司')
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const register = (asOf: string, ...holders: object[]) => ({ asOf, document: '工商登记', holders })
const by = (name: string, percent: number, holderId: string | null = null) => ({
  ...{ name, percent, holderId, kind: holderId === null ? 'person' : 'enterprise' },
})
const read = async (id: string, on = '') =>
  Ownership.parse((await officer.get(`/ownership/${id}${on && `?on=${on}`}`)).body)

it('keeps who held how much from when until when', async () => {
  const first = register('2024-01-01', by('张某', 60), by('李某', 30))
  expect(told(await officer.post(`/ownership/${a}`, first))).toBe('200')
  const second = register('2025-06-01', by('张某', 60), by('乙公司', 40, b))
  expect(told(await officer.post(`/ownership/${a}`, second))).toBe('200')
  const today = await read(a)
  expect(today.holders.map(({ name, percent, heldFrom }) => [name, percent, heldFrom])).toEqual([
    ['张某', 60, '2024-01-01'],
    ['乙公司', 40, '2025-06-01'],
  ])
  expect(today.others).toMatchObject([{ name: '李某', heldUntil: '2025-06-01' }])
  expect(await read(a, '2025-05-31')).toMatchObject({
    unknownPercent: 10,
    holders: [{ name: '张某' }, { name: '李某' }],
  })
  expect((await read(b)).holds).toMatchObject([{ name: '甲公司', percent: 40 }])
})

it('refuses more than the whole, the future, an earlier register, and circles', async () => {
  now = new Date('2026-03-03T02:00:00Z')
  const more = register('2026-01-01', by('张某', 70), by('李某', 30.0001))
  expect(told(await officer.post(`/ownership/${a}`, more))).toBe('422 ownership.over_whole')
  expect(told(await officer.post(`/ownership/${a}`, register('2027-01-01')))).toBe('422 ownership.in_the_future')
  expect(told(await officer.post(`/ownership/${a}`, register('2024-01-01', by('张某', 1))))).toBe(
    '422 ownership.earlier',
  )
  expect(told(await officer.post(`/ownership/${b}`, register('2026-01-01', by('丙公司', 51, c))))).toBe('200')
  const circle = await officer.post(`/ownership/${c}`, register('2026-01-01', by('甲公司', 10, a)))
  expect(told(circle)).toBe('422 ownership.circle')
  expect((circle.body as { text: { zh: string } }).text.zh).toContain('丙公司 ← 甲公司 ← 乙公司 ← 丙公司')
  const firm = await actor(stage, 'enterprise', a)
  expect(told(await firm.get(`/ownership/${b}`))).toBe('404 http.not_found')
  expect(told(await firm.get(`/ownership/${a}`))).toBe('200')
  expect(told(await firm.post(`/ownership/${a}`, register('2026-01-01')))).toBe('403 access.not_allowed')
})
