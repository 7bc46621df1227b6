import { expect, it } from 'vitest'
import { standingOn } from './occupancy.ts'

const spans = [
  { unit: 'u', from: '2025-01-01', to: '2025-06-30', holder: '甲公司' },
  { unit: 'u', from: '2025-09-01', to: '2026-08-31', holder: '乙公司' },
]

it.each([
  ['2025-06-30', { holder: '甲公司', freeSince: null, letFrom: null }],
  ['2025-07-01', { holder: null, freeSince: '2025-07-01', letFrom: '2025-09-01' }],
  ['2025-09-01', { holder: '乙公司', freeSince: null, letFrom: null }],
  ['2027-01-01', { holder: null, freeSince: '2026-09-01', letFrom: null }],
  ['2024-12-31', { holder: null, freeSince: null, letFrom: '2025-01-01' }],
])('on %s', (day, standing) => {
  expect(standingOn('u', spans, day)).toEqual(standing)
})
