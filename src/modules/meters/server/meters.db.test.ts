import { expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { actor, type Stage } from '../../../../test/support/zone-people.ts'
import { MeterYear } from '../contract.ts'

const now = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

it('a year is told as far as its meters were read; a second reading of a month is refused', async () => {
  const operator = await actor(stage, 'operator')
  const send = async (path: string, body: object) => {
    const answer = await operator.post(path, body)
    expect(answer).toMatchObject({ status: 200 })
    return (answer.body as { record: { id: string } }).record.id
  }
  const meter = { medium: 'water', installedOn: '2026-01-01', firstReading: 100, factor: 2 }
  const meterId = await send('/meters', { number: 'SB-1', ...meter })
  for (const [month, amount] of [
    ['2026-01', 110],
    ['2026-02', 121],
    ['2026-04', 140],
  ] as const)
    await send('/monthly-readings', { meterId, month, amount })
  expect((await operator.post('/monthly-readings', { meterId, month: '2026-04', amount: 141 })).status).toBe(409)
  const asked = async () => {
    const { body } = await operator.get('/meter-years?year=2026')
    return (body as { meters: unknown[] }).meters.map((one) => MeterYear.parse(one))
  }
  expect((await asked())[0]).toMatchObject({ total: 80, known: 4, expected: 5, findings: [] })
  await send('/monthly-readings', { meterId, month: '2026-05', amount: 139 })
  expect((await asked())[0]).toMatchObject({ total: 80, known: 4, expected: 5, findings: [{ month: '2026-05' }] })
  expect((await (await actor(stage, 'enterprise')).get('/meter-years')).status).toBe(403)
  expect((await operator.get('/meter-years?year=soon')).status).toBe(400)
})
