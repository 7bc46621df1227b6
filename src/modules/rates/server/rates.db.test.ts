import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let leader: Actor
let firm: Actor
let ids: readonly string[]

const proof = (kind: string, happenedOn: string) => ({ kind, title: kind, happenedOn })
const started = [
  proof('agreement', '2024-01-05'),
  proof('construction-permit', '2024-06-03'),
  proof('site-photo', '2024-07-01'),
]
const line = (name: string, more: object) => ({
  ...{ name, kind: 'industrial', stage: 'signed', signedOn: '2024-01-05', investmentYuan: '1000.00' },
  evidence: [proof('agreement', '2024-01-05')],
  ...more,
})

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  firm = await actor(stage, 'enterprise', await newEnterprise(officer, '甲公司'))
  const producing = [
    ...started,
    proof('environmental-acceptance', '2025-01-06'),
    proof('statistics-entry', '2025-01-07'),
  ]
  const projects = [
    line('甲', {}),
    line('乙', { stage: 'started', evidence: started }),
    line('丙', { stage: 'production', evidence: producing }),
    line('丁', { signedOn: '2019-05-06', evidence: [proof('agreement', '2019-05-06')] }),
  ]
  const { status, body } = await officer.post('/projects/bring-in', { projects })
  expect({ status, body }).toMatchObject({ status: 200 })
  ids = (body as { projects: { id: string }[] }).projects.map(({ id }) => id)
})

const rates = async () => {
  const { body } = await leader.get('/rates')
  const { rates: all } = body as { rates: { rate: string; value: number | null }[] }
  return Object.fromEntries(all.map((one) => [one.rate, one]))
}

describe('rates', () => {
  it('count cohorts from the base day on, on what proves them', async () => {
    expect(await rates()).toMatchObject({
      signing: { numerator: 3, denominator: 3 },
      start: { numerator: 2, denominator: 3, rule: { baseOn: '2020-01-01' } },
      production: { numerator: 1, denominator: 2, value: 0.5 },
      output: { value: null, unknown: 1 },
      funding: { value: null, unknown: 3 },
    })
  })

  it('divide amounts where both are known', async () => {
    const output = { projectId: ids[2], year: 2025, plannedYuan: '418.12', realYuan: '301.70', source: '报表' }
    expect((await officer.post('/project-outputs', output)).status).toBe(200)
    const paid = { projectId: ids[1], month: '2026-01', ledger: 'paid', amountYuan: '250.00', proof: '回单' }
    expect((await officer.post('/project-investments', paid)).status).toBe(200)
    const { output: made, funding } = await rates()
    expect(made?.value).toBeCloseTo(0.7216, 3)
    expect(funding).toMatchObject({ numerator: 250, denominator: 1000, value: 0.25, unknown: 2 })
  })

  it("follow the zone's own rule, and open to their projects", async () => {
    const rule = { rate: 'start', baseOn: '2024-01-01', windowMonths: 3, leaveOutWithdrawn: true }
    const own = { ...rule, validFrom: '2026-03-01', source: '本区办法', confidence: 'E' }
    expect((await officer.post('/rate-rules', own)).status).toBe(403)
    expect((await leader.post('/rate-rules', own)).status).toBe(200)
    expect((await rates()).start).toMatchObject({ numerator: 0, denominator: 3, rule: { source: '本区办法' } })
    const { body } = await leader.get('/rates/start')
    expect((body as { rows: { name: string; place: string }[] }).rows.map(({ name, place }) => [name, place])).toEqual([
      ['甲', 'missed'],
      ['乙', 'missed'],
      ['丙', 'missed'],
    ])
    expect((await firm.get('/rates')).status).toBe(403)
  })
})
