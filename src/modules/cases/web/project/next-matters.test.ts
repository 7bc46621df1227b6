import { expect, test } from 'vitest'
import type { ProjectPlan } from '../../../plans/contract/project-plan.ts'
import { nextMatters } from './next-matters.ts'

const matter = (code: string, start: number, startDate: string, more = {}) => ({
  code,
  applies: true,
  start,
  startDate,
  ...more,
})

function running(matters: readonly object[], filed: readonly string[]): ProjectPlan {
  const progress = {
    today: '2026-03-02',
    matters: Object.fromEntries(filed.map((code) => [code, { filed: '2026-02-27' }])),
  }
  return { plan: { matters }, progress } as unknown as ProjectPlan
}

test('what may begin today can be filed, what waits for others comes after it', () => {
  const plan = running([matter('later', 9, '2026-03-12'), matter('today', 1, '2026-03-02')], [])
  expect(nextMatters(plan).map(({ code, now }) => [code, now])).toEqual([
    ['today', true],
    ['later', false],
  ])
})

test('what is filed, what the zone has done, what comes after production and what is not needed is left out', () => {
  const plan = running(
    [
      matter('filed', 0, '2026-02-27'),
      matter('prior', 0, '2026-02-27', { prior: true }),
      matter('follows', 0, '2026-02-27', { follows: true }),
      matter('no', 0, '2026-02-27', { applies: false }),
      matter('unknown', 0, '2026-02-27', { applies: null }),
      matter('open', 0, '2026-02-27'),
    ],
    ['filed'],
  )
  expect(nextMatters(plan).map(({ code }) => code)).toEqual(['open'])
})
