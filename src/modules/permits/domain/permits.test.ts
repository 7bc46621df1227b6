import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { landPermitDelay, preparationSaved, threePermitDays } from './permits.ts'

const calendar = buildCalendar([
  JSON.parse(readFileSync(new URL('../../../../data/calendar/2026.json', import.meta.url), 'utf8')),
])
const one = (matter: string, acceptedOn: string, decidedOn: string, projectId = 'a') => ({
  ...{ projectId, matter, acceptedOn, decidedOn },
})

test('three permits: what is handled at the same time counts once, what lies between them not at all', () => {
  const cases = [
    one('land-permit', '2026-03-02', '2026-03-02'),
    one('planning-permit', '2026-03-09', '2026-03-10'),
    one('construction-permit', '2026-03-09', '2026-03-11'),
  ]
  expect(threePermitDays(cases, calendar)).toEqual([{ projectId: 'a', value: 2 }])
  expect(threePermitDays(cases.slice(1), calendar)).toEqual([])
})

test('three permits one after another: their days added, weekends left out', () => {
  const cases = [
    one('land-permit', '2026-03-05', '2026-03-06'),
    one('planning-permit', '2026-03-06', '2026-03-09'),
    one('construction-permit', '2026-03-10', '2026-03-12'),
  ]
  expect(threePermitDays(cases, calendar)).toEqual([{ projectId: 'a', value: 4 }])
})

test('a permit with the land contract is 0 days late; over a holiday only working days count', () => {
  const contract = one('land-contract', '2026-09-29', '2026-09-30')
  expect(landPermitDelay([contract, one('land-permit', '2026-09-30', '2026-09-30')], calendar)[0]?.value).toBe(0)
  expect(landPermitDelay([contract, one('land-permit', '2026-09-30', '2026-10-08')], calendar)[0]?.value).toBe(1)
  expect(landPermitDelay([contract], calendar)).toEqual([])
})

test('a saving is measured against the latest baseline before the permit, and without one not at all', () => {
  const cases = [one('construction-permit', '2026-03-10', '2026-03-13')]
  const firstOn = new Map([['a', '2026-03-02']])
  const old = { days: 90, validFrom: '2024-01-01' }
  const late = { days: 18, validFrom: '2026-01-01' }
  const future = { days: 9, validFrom: '2026-06-01' }
  const saved = preparationSaved({ cases, firstOn, baselines: [late, old, future] }, calendar)
  expect(saved).toEqual([{ projectId: 'a', value: 0.5 }])
  expect(preparationSaved({ cases, firstOn, baselines: [future] }, calendar)).toEqual([])
})

test('of one matter that was decided twice the last decision counts', () => {
  const contract = one('land-contract', '2026-03-02', '2026-03-02')
  const permits = [one('land-permit', '2026-03-02', '2026-03-02'), one('land-permit', '2026-03-03', '2026-03-05')]
  expect(landPermitDelay([contract, ...permits], calendar)[0]?.value).toBe(3)
})
