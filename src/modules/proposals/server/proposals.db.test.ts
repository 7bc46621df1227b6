import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { Annuals } from '../../annuals/contract.ts'
import { Proposal } from '../contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let firm: Actor
let other: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const jobs = (value: number, more: object = {}) => ({
  ...{ kind: 'annuals.value', values: { item: 'jobs', year: 2025, value, ...more } },
})
const made = async (by: Actor, body: object) => {
  const answer = await by.post('/proposals', body)
  expect(answer).toMatchObject({ status: 200 })
  return Proposal.parse(answer.body)
}
const annuals = async () => Annuals.parse((await firm.get(`/annuals/${enterprise}`)).body)

it('becomes a record when an officer confirms it, beside what others say, and a later one corrects it', async () => {
  const rows = [{ enterprise, year: 2025, item: 'jobs', value: 120, source: 'statistics', confidence: 'V' }]
  expect(await officer.post('/annuals/enter', { rows })).toMatchObject({ body: { added: 1, known: 0 } })
  expect(await officer.post('/annuals/enter', { rows })).toMatchObject({ body: { added: 0, known: 1 } })
  const first = await made(firm, jobs(132, { source: 'statistics', confidence: 'V' }))
  expect(first.values).toMatchObject({ source: 'firm', confidence: 'M', enterpriseId: enterprise })
  expect((await annuals()).years[0]?.lines[0]?.sayings).toHaveLength(1)
  const decision = { version: first.version, accept: true, confidence: 'P', reason: '核对工资表' }
  const accepted = Proposal.parse((await officer.post(`/proposals/${first.id}/decide`, decision)).body)
  expect(accepted).toMatchObject({ state: 'accepted', mayDecide: false })
  const [line] = (await annuals()).years[0]?.lines ?? []
  expect(line?.sayings.map(({ source, value, counts }) => [source, value, counts])).toEqual([
    ['statistics', 120, true],
    ['firm', 132, false],
  ])
  expect(line?.spread).toBeCloseTo(0.1)
  const second = await made(firm, jobs(125))
  const again = { ...decision, version: second.version }
  expect(told(await officer.post(`/proposals/${second.id}/decide`, again))).toBe('200')
  expect((await annuals()).years[0]?.lines[0]?.sayings.map(({ value }) => value)).toEqual([120, 125])
  expect(told(await officer.post(`/proposals/${second.id}/decide`, { ...again, version: 2 }))).toBe(
    '422 proposals.closed',
  )
})

it('is declined with a reason, or withdrawn by the enterprise; a stale reader is told', async () => {
  const one = await made(firm, jobs(140))
  expect(told(await officer.post(`/proposals/${one.id}/decide`, { version: 9, accept: false, reason: '无' }))).toBe(
    '409 proposals.changed_meanwhile',
  )
  const declined = await officer.post(`/proposals/${one.id}/decide`, { version: 1, accept: false, reason: '无凭据' })
  expect(declined).toMatchObject({ body: { state: 'declined', decision: '无凭据', recordId: null } })
  const two = await made(firm, jobs(141))
  expect(told(await other.post(`/proposals/${two.id}/withdraw`, { version: 1 }))).toBe('404 http.not_found')
  expect(await firm.post(`/proposals/${two.id}/withdraw`, { version: 1 })).toMatchObject({
    body: { state: 'withdrawn' },
  })
})

it('is checked as the record would be, and is nobody else’s', async () => {
  const wrong = await firm.post('/proposals', jobs(1, { year: 1800 }))
  expect([told(wrong), (wrong.body as { details: { field: string } }).details.field]).toEqual([
    '400 records.value_refused',
    'year',
  ])
  expect(told(await firm.post('/proposals', { kind: 'credit.pointRule', values: {} }))).toMatch(/^400/)
  expect(told(await officer.post('/proposals', jobs(1)))).toBe('403 access.not_allowed')
  const one = await made(firm, jobs(150))
  expect(told(await firm.post(`/proposals/${one.id}/decide`, { version: 1, accept: true, reason: '自己' }))).toBe(
    '403 access.not_allowed',
  )
  expect(await other.get('/proposals')).toMatchObject({ body: { proposals: [] } })
  expect(await other.get(`/proposals?enterprise=${enterprise}`)).toMatchObject({ body: { proposals: [] } })
  expect(told(await other.get(`/annuals/${enterprise}`))).toBe('404 http.not_found')
})
