import { expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { actor, type Stage } from '../../../../test/support/zone-people.ts'

const now = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

it('titles are told with what is due; who may not enter them is refused', async () => {
  const officer = await actor(stage, 'officer')
  const title = {
    name: '省级集聚区',
    level: 'provincial',
    grantedBy: '省厅',
    document: '示1号',
    grantedOn: '2024-01-01',
  }
  for (const more of [
    { reassessOn: '2026-08-01' },
    { name: '市级园区', level: 'city', validUntil: '2025-01-01' },
    { name: '长期' },
  ])
    expect(await officer.post('/zone-titles', { ...title, ...more })).toMatchObject({ status: 200 })
  const { body } = await officer.get('/titles')
  const { titles } = body as { titles: { name: string; standing: string; due: boolean; daysLeft: number | null }[] }
  const told = titles.map(({ name, standing, due, daysLeft }) => [name, standing, due, daysLeft])
  expect(told.toSorted()).toEqual(
    [
      ['省级集聚区', 'standing', true, 61],
      ['市级园区', 'expired', true, -516],
      ['长期', 'standing', false, null],
    ].toSorted(),
  )
  const early = { ...title, validUntil: '2023-01-01' }
  expect((await officer.post('/zone-titles', early)).status).toBe(400)
  expect((await (await actor(stage, 'agent')).post('/zone-titles', title)).status).toBe(403)
  expect((await (await actor(stage, 'enterprise')).get('/titles')).status).toBe(403)
})
