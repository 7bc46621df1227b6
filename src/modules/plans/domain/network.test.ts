import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { Catalogue, FeeSchedule } from '../../matters/contract/catalogue.ts'
import { compileCatalogue } from '../../matters/domain/compile.ts'
import type { PlanNetwork } from '../contract/network.ts'
import { scenarioNames } from '../contract/scenario.ts'
import { networkOf } from './network.ts'
import { planOf } from './plan.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url), 'utf8'))
const compiled = compileCatalogue(
  Catalogue.parse(read('catalogue/matters.json')),
  FeeSchedule.parse(read('catalogue/fees.json')),
)
const projects: { code: string; facts: Record<string, unknown> }[] = read('catalogue/projects.json')
const calendar = buildCalendar([2024, 2025, 2026].map((year) => read(`calendar/${year}.json`)))
const cases = projects.flatMap(({ code, facts }) => scenarioNames.map((scenario) => ({ code, facts, scenario })))

/** Finishes from the network alone, for limits in working days. */
function finishes({ matters, arrows }: PlanNetwork): Map<string, number> {
  const done = new Map<number, number>()
  const finish = (to: number): number => {
    const known = done.get(to)
    if (known !== undefined) return known
    const latest = (kind: string) =>
      Math.max(0, ...arrows.filter((arrow) => arrow.to === to && arrow.kind === kind).map(({ from }) => finish(from)))
    const matter = matters[to] as PlanNetwork['matters'][number]
    const filed = latest('start') + matter.preparation
    const handled = filed + (matter.lasts ?? matter.limit.days)
    const end = Math.max(handled, latest('decision'))
    done.set(to, end)
    return end
  }
  return new Map(matters.map(({ code }, place) => [code, finish(place)]))
}

test.each(cases)('$code under $scenario: the network gives the times of the plan', ({ facts, scenario }) => {
  // Calendar days and floors are the axis' business: taken out on both sides.
  const plain = {
    ...compiled,
    matters: compiled.matters.map((one) => {
      const { floor: _, ...handling } = one.matter.handling
      const days = (limit: { days: number }) => ({ days: limit.days, unit: 'workday' as const })
      const inDays = { statutory: days(handling.statutory), committed: days(handling.committed) }
      return { ...one, matter: { ...one.matter, handling: inDays } }
    }),
  }
  const input = { facts, calendar, start: '2026-03-02', scenario }
  const plan = planOf(plain, input)
  const network = networkOf(plain, input)
  const found = finishes(network)
  const scheduled = plan.matters.filter(({ prior, finish }) => finish !== undefined && !prior)
  expect(network.matters.length).toBe(scheduled.length)
  for (const { code, finish } of scheduled) expect([code, found.get(code)]).toEqual([code, finish])
  expect(network.milestones).toEqual(plan.milestones)
})
