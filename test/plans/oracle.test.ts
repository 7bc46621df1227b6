import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import { assumesStandardLand, scenarioNames, switchesOf } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { switchNames } from '../../src/modules/zones/contract/switches.ts'
import { catalogues, factValues, startDay, switchSet } from '../oracle/catalogues.ts'
import { changesOf } from '../oracle/changes.ts'
import { oraclePlan } from '../oracle/plan.ts'
import {
  calendar,
  catalogue,
  checkValues,
  comparable,
  compiled,
  holds,
  noFees,
  projects,
  start,
  years,
} from './given.ts'

describe('the second implementation', () => {
  test.each(projects)(
    'reaches the check values of $code by itself and agrees with the planner in every field',
    ({ code, facts }) => {
      for (const scenario of scenarioNames) {
        const slow = oraclePlan({
          catalogue,
          years,
          facts,
          start,
          switches: switchesOf[scenario],
          assumeStandardLand: assumesStandardLand[scenario],
        })
        const { contract, permit, production } = slow.milestones
        expect([contract, permit, production], scenario).toEqual(checkValues[code]?.[scenario])
        expect(comparable(planOf(compiled, { facts, calendar, start, scenario })), scenario).toEqual(comparable(slow))
      }
    },
    120_000,
  )

  test('agrees with the planner on random catalogues, facts, starts and switch sets', () => {
    const seen = new Set<string>()
    const property = fc.property(
      catalogues({ maxMatters: 9 }),
      factValues,
      switchSet,
      startDay,
      (random, facts, switches, day) => {
        seen.add(JSON.stringify(switches))
        const slow = oraclePlan({ catalogue: random, years, facts, start: day, switches, assumeStandardLand: false })
        const plan = planOf(compileCatalogue(random, noFees), { facts, calendar, start: day, switches })
        expect(comparable(plan)).toEqual(comparable(slow))
      },
    )
    holds(property, 3000)
    expect(seen.size).toBe(2 ** switchNames.length)
  }, 120_000)

  test('agrees with the planner on random catalogues in the five scenarios', () => {
    const property = fc.property(
      catalogues({ maxMatters: 9 }),
      factValues,
      fc.constantFrom(...scenarioNames),
      startDay,
      (random, facts, scenario, day) => {
        const slow = oraclePlan({
          catalogue: random,
          years,
          facts,
          start: day,
          switches: switchesOf[scenario],
          assumeStandardLand: assumesStandardLand[scenario],
        })
        expect(comparable(planOf(compileCatalogue(random, noFees), { facts, calendar, start: day, scenario }))).toEqual(
          comparable(slow),
        )
      },
    )
    holds(property, 1000)
  }, 120_000)

  test('agrees with the planner when single inputs are relaxed, desks promise days and starts slip', () => {
    const withChanges = catalogues({ maxMatters: 9 }).chain((random) =>
      fc.tuple(fc.constant(random), changesOf(random)),
    )
    const property = fc.property(
      withChanges,
      factValues,
      switchSet,
      startDay,
      ([random, changes], facts, switches, day) => {
        const slow = oraclePlan({
          catalogue: random,
          years,
          facts,
          start: day,
          switches,
          assumeStandardLand: false,
          changes,
        })
        const plan = planOf(compileCatalogue(random, noFees), { facts, calendar, start: day, switches, changes })
        expect(comparable(plan)).toEqual(comparable(slow))
      },
    )
    holds(property, 1500)
  }, 120_000)

  test('agrees with the planner on which plans run in a circle', () => {
    let circles = 0
    const property = fc.property(
      catalogues({ maxMatters: 5, loops: true }),
      factValues,
      switchSet,
      startDay,
      (random, facts, switches, day) => {
        const request = { catalogue: random, years, facts, start: day, switches, assumeStandardLand: false }
        const plan = () =>
          comparable(planOf(compileCatalogue(random, noFees), { facts, calendar, start: day, switches }))
        const slow = unlessCircle(() => comparable(oraclePlan(request)))
        if (slow === null) {
          circles++
          expect(plan).toThrow(expect.objectContaining({ code: 'plans.cycle', kind: 'rule_violated' }))
        } else expect(plan()).toEqual(comparable(slow))
      },
    )
    holds(property, 1500)
    expect(circles).toBeGreaterThan(0)
  }, 120_000)
})

function unlessCircle<T>(plan: () => T): T | null {
  try {
    return plan()
  } catch (error) {
    if (error instanceof Error && error.message === 'cycle') return null
    throw error
  }
}
