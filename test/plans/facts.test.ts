import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import { scenarioNames } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { catalogues, factValues, switchSet } from '../oracle/catalogues.ts'
import { shuffled } from '../oracle/shuffle.ts'
import { calendar, catalogue, compiled, fees, holds, noFees, project, projects, start } from './given.ts'

// Many plans a test: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 })

const food = project('food-factory').facts

function appliesBy(facts: FactValues, scenario: (typeof scenarioNames)[number]): Map<string, boolean | null> {
  return new Map(planOf(compiled, { facts, calendar, start, scenario }).matters.map((m) => [m.code, m.applies]))
}

/** Matters that changed from yes to no or from no to yes between two sets of facts. */
function flipped(before: ReadonlyMap<string, boolean | null>, after: ReadonlyMap<string, boolean | null>): string[] {
  return [...before].filter(([code, was]) => was !== null && after.get(code) === !was).map(([code]) => code)
}

describe('unknown stays unknown', () => {
  test('the food factory answers every fact of the catalogue', () => {
    expect(Object.keys(food).sort()).toEqual(catalogue.facts.map((f) => f.code).sort())
    expect(catalogue.facts).toHaveLength(47)
  })

  test.each(Object.keys(food))(
    'leaving %s of the food factory out turns no matter from yes to no or from no to yes',
    (fact) => {
      const { [fact]: _left, ...rest } = food
      for (const scenario of scenarioNames) {
        const full = appliesBy(food, scenario)
        expect(flipped(full, appliesBy(rest, scenario)), scenario).toEqual([])
        expect(flipped(full, appliesBy({ ...rest, [fact]: null }, scenario)), scenario).toEqual([])
      }
    },
  )

  test('leaving out makes something undecided wherever a rule or a length reads the fact', () => {
    const silent = Object.keys(food).filter((fact) => {
      const { [fact]: _left, ...rest } = food
      const plan = planOf(compiled, { facts: { ...rest, landPriceWan: 1200 }, calendar, start, scenario: 'parallel' })
      return plan.undecided.length + plan.undated.length + Number(plan.fees.incomplete) === 0
    })
    const read = [...catalogue.matters.map((m) => m.applies), ...fees.fees.map((f) => f.amount)].join(' ')
    const decidedAnyway = silent.filter((fact) => new RegExp(`\\b${fact}\\b`).test(read))
    // Energy use alone already decides what coal would decide.
    expect(decidedAnyway).toEqual(['coalTonYear'])
  })

  test('leaving any of the facts of a project out never turns an answer around', () => {
    const some = fc.constantFrom(...projects).chain((p) => fc.tuple(fc.constant(p), fc.subarray(Object.keys(p.facts))))
    const property = fc.property(some, fc.constantFrom(...scenarioNames), ([p, kept], scenario) => {
      const rest = Object.fromEntries(kept.map((code) => [code, p.facts[code] ?? null]))
      expect(flipped(appliesBy(p.facts, scenario), appliesBy(rest, scenario))).toEqual([])
    })
    holds(property, 300)
  })
})

describe('the order of rows', () => {
  test.each(projects)(
    'of the catalogue changes nothing in any plan of $code',
    ({ facts }) => {
      const property = fc.property(shuffled(catalogue), fc.constantFrom(...scenarioNames), (other, scenario) => {
        const request = { facts, calendar, start, scenario }
        expect(planOf(compileCatalogue(other, fees), request)).toEqual(planOf(compiled, request))
      })
      holds(property, 10)
    },
    60_000,
  )

  test('of random catalogues changes nothing either', () => {
    const pairs = catalogues({ maxMatters: 9 }).chain((random) => fc.tuple(fc.constant(random), shuffled(random)))
    const property = fc.property(pairs, factValues, switchSet, ([random, other], facts, switches) => {
      const request = { facts, calendar, start, switches }
      expect(planOf(compileCatalogue(other, noFees), request)).toEqual(
        planOf(compileCatalogue(random, noFees), request),
      )
    })
    holds(property, 500)
  })
})
