import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Problem } from '../../src/kernel/problem.ts'
import type { Catalogue, MatterInput } from '../../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import type { Milestones } from '../../src/modules/plans/contract/plan.ts'
import { scenarioNames, switchesOf } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { type Switches, switchNames } from '../../src/modules/zones/contract/switches.ts'
import { catalogues, factValues, startDay, switchSet } from '../oracle/catalogues.ts'
import { calendar, catalogue, compiled, fees, holds, noFees, projects, start } from './given.ts'

// Many plans a test: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 })

/** The gentler treatments of an input, each with the switch that puts it in force. */
const gentler: readonly { input: Omit<MatterInput, 'ref'>; on: Partial<Switches> }[] = [
  { input: { treatment: 'tolerable', supplyBy: 'decision' }, on: { deferral: true } },
  { input: { treatment: 'tolerable', supplyBy: 'workdays:10' }, on: { deferral: true } },
  { input: { treatment: 'hard', preReview: true }, on: { preReview: true } },
  { input: { treatment: 'commitment', fulfilBy: 'site check' }, on: { commitment: true } },
  { input: { treatment: 'regional' }, on: { standardLand: true } },
]

interface Asked {
  readonly facts: FactValues
  readonly start: string
  readonly switches: Switches
}

const finishes = ({ contract, permit, jointAccept, production }: Milestones) => ({
  contract,
  permit,
  jointAccept,
  production,
})

function milestones(of: Catalogue, asked: Asked): Milestones {
  return planOf(of === catalogue ? compiled : compileCatalogue(of, noFees), { ...asked, calendar }).milestones
}

/** No milestone of `later` comes before its own in `sooner`, and they have the same milestones. */
function expectNotLonger(sooner: Milestones, later: Milestones): void {
  const before = finishes(later)
  for (const [name, finish] of Object.entries(finishes(sooner))) {
    const other = before[name as keyof typeof before]
    expect(finish === null, name).toBe(other === null)
    expect(finish ?? 0, name).toBeLessThanOrEqual(other ?? 0)
  }
}

/** The catalogue with input number `nth` (counted over all matters) in another shape. */
function withInput(of: Catalogue, nth: number, change: (input: MatterInput) => MatterInput): Catalogue {
  let n = -1
  const matters = of.matters.map((m) => ({ ...m, inputs: m.inputs.map((i) => (++n === nth ? change(i) : i)) }))
  return { ...of, matters }
}

const inputsOf = (of: Catalogue): MatterInput[] => of.matters.flatMap((m) => m.inputs)

function unlessCircle<T>(plan: () => T): T | null {
  try {
    return plan()
  } catch (error) {
    if (error instanceof Problem && error.code === 'plans.cycle') return null
    throw error
  }
}

const calm = catalogues({ maxMatters: 9, monotone: true })

describe('with parallel handling', () => {
  test('a tolerance, a pre-review, a commitment or a regional treatment of an input lengthens no milestone', () => {
    const property = fc.property(
      calm,
      fc.nat(40),
      fc.constantFrom(...gentler),
      factValues,
      switchSet,
      startDay,
      (random, n, treatment, facts, switches, day) => {
        fc.pre(inputsOf(random).length > 0)
        const nth = n % inputsOf(random).length
        const asked = { facts, start: day, switches: { ...switches, parallel: true, ...treatment.on } }
        const hard = withInput(random, nth, ({ ref }) => ({ ref, treatment: 'hard' }))
        const soft = withInput(random, nth, ({ ref }) => ({ ref, ...treatment.input }))
        expectNotLonger(milestones(soft, asked), milestones(hard, asked))
      },
    )
    holds(property, 1500)
  }, 60_000)

  test('the same holds for each treated input of the catalogue in force, in every project and parallel scenario', () => {
    const treated = inputsOf(catalogue).flatMap((i, nth) => (i.treatment === 'hard' && !i.preReview ? [] : [nth]))
    const parallelScenarios = scenarioNames.filter((name) => switchesOf[name].parallel)
    expect(treated.length).toBeGreaterThan(50)
    for (const nth of treated) {
      const hard = compileCatalogue(
        withInput(catalogue, nth, ({ ref }) => ({ ref, treatment: 'hard' })),
        fees,
      )
      for (const { facts } of projects) {
        for (const scenario of parallelScenarios) {
          const request = { facts, calendar, start, scenario }
          expectNotLonger(planOf(compiled, request).milestones, planOf(hard, request).milestones)
        }
      }
    }
  }, 120_000)

  test('a dependency more shortens no milestone', () => {
    const property = fc.property(
      catalogues({ maxMatters: 9 }),
      fc.nat(),
      fc.nat(),
      factValues,
      switchSet,
      (random, from, to, facts, switches) => {
        const outcomes = random.matters.flatMap((m) => m.outputs.map((o) => o.code))
        const needy = random.matters[to % random.matters.length]
        const ref = outcomes[from % Math.max(1, outcomes.length)]
        fc.pre(needy !== undefined && ref !== undefined && !needy.inputs.some((i) => i.ref === ref))
        const asked = { facts, start, switches: { ...switches, parallel: true } }
        const more: Catalogue = {
          ...random,
          matters: random.matters.map((m) =>
            m === needy ? { ...m, inputs: [...m.inputs, { ref: ref ?? '', treatment: 'hard' }] } : m,
          ),
        }
        const after = unlessCircle(() => milestones(more, asked))
        fc.pre(after !== null)
        if (after) expectNotLonger(milestones(random, asked), after)
      },
    )
    holds(property, 1500)
  }, 60_000)

  test('one reform more lengthens no milestone, and neither does parallel instead of serial handling', () => {
    const property = fc.property(
      calm,
      fc.constantFrom(...switchNames),
      factValues,
      switchSet,
      startDay,
      (random, name, facts, switches, day) => {
        const off = { ...switches, parallel: true, [name]: false }
        const asked = { facts, start: day }
        expectNotLonger(
          milestones(random, { ...asked, switches: { ...off, [name]: true } }),
          milestones(random, { ...asked, switches: off }),
        )
      },
    )
    holds(property, 1500)
  }, 60_000)

  test('one reform more lengthens no milestone of the three projects, whatever other reforms are on', () => {
    for (const { facts } of projects) {
      for (let set = 0; set < 2 ** switchNames.length; set++) {
        const switches = Object.fromEntries(
          switchNames.map((name, i) => [name, ((set >> i) & 1) === 1]),
        ) as unknown as Switches
        for (const name of switchNames) {
          if (switches[name] || !(switches.parallel || name === 'parallel')) continue
          const asked = { facts, start }
          const on = { ...switches, [name]: true }
          expectNotLonger(
            milestones(catalogue, { ...asked, switches: on }),
            milestones(catalogue, { ...asked, switches }),
          )
        }
      }
    }
  }, 120_000)
})
