import { describe, expect, test, vi } from 'vitest'
import type { AdviceItem } from '../../src/modules/plans/contract/answers.ts'
import type { Milestones } from '../../src/modules/plans/contract/plan.ts'
import { type ScenarioName, scenarioNames } from '../../src/modules/plans/contract/scenario.ts'
import { adviseOn } from '../../src/modules/plans/domain/advice.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { calendar, catalogue, compiled, projects, start } from './given.ts'

// Many plans a test: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 })

const everyPair = projects.flatMap((p) => scenarioNames.map((scenario) => ({ code: p.code, facts: p.facts, scenario })))
type Pair = (typeof everyPair)[number]

function plan({ facts, scenario }: Pair, item?: Pick<AdviceItem, 'switches' | 'changes'>): Milestones {
  const own = item ? { switches: item.switches, changes: item.changes } : {}
  return planOf(compiled, { facts, calendar, start, scenario, ...own }).milestones
}

const gap = (before: number | null, after: number | null): number => (before ?? 0) - (after ?? 0)

describe('advice', () => {
  test.each(everyPair)('saves exactly the days that it says for $code, $scenario', (pair) => {
    const before = plan(pair)
    const { items } = adviseOn(compiled, { facts: pair.facts, calendar, start, scenario: pair.scenario })
    for (const item of items) {
      const after = plan(pair, item)
      expect(item.savesToPermit, item.id).toBe(gap(before.permit, after.permit))
      expect(item.savesToProduction, item.id).toBe(gap(before.production, after.production))
      expect(item.savesToPermit + item.savesToProduction, item.id).toBeGreaterThan(0)
    }
    const total = items.map((i) => i.savesToPermit + i.savesToProduction)
    expect(total).toEqual(total.toSorted((a, b) => b - a))
  })

  test.each(everyPair)('combines step upon step, each with its own saving, for $code, $scenario', (pair) => {
    const { combination } = adviseOn(compiled, { facts: pair.facts, calendar, start, scenario: pair.scenario })
    let before = plan(pair)
    for (const step of combination.steps) {
      const after = plan(pair, step)
      expect(step.savesToPermit, step.id).toBe(gap(before.permit, after.permit))
      expect(step.savesToProduction, step.id).toBe(gap(before.production, after.production))
      before = after
    }
    expect(combination.milestones).toEqual(before)
    const { contract, permit } = before
    expect(combination.permitOnContractDay).toBe(contract !== null && permit !== null && permit <= contract)
  })

  test('leaves out no switch and no lawful treatment of an input that would save days', () => {
    for (const pair of everyPair) {
      const before = plan(pair)
      const offered = new Set(adviseOn(compiled, { ...pair, calendar, start }).items.map((i) => i.id))
      const tried = [...relaxations(pair), ...switchings(pair.scenario, pair)]
      for (const { id, after } of tried) {
        const saves = Math.max(gap(before.permit, after.permit), gap(before.production, after.production))
        expect(offered.has(id), `${pair.code} ${pair.scenario} ${id} saves ${saves}`).toBe(saves > 0)
      }
    }
  }, 60_000)

  test('never handles a matter below its floor', () => {
    const floored = catalogue.matters.filter((m) => m.handling.floor).map((m) => m.code)
    expect(floored.length).toBeGreaterThan(0)
    for (const { facts } of projects) {
      const input = { facts, calendar, start, scenario: 'same-day' as const }
      const usual = new Map(planOf(compiled, input).matters.map((m) => [m.code, m]))
      const rushed = planOf(compiled, {
        ...input,
        changes: { handling: Object.fromEntries(floored.map((code) => [code, 0])) },
      })
      for (const matter of rushed.matters) {
        if (!floored.includes(matter.code) || matter.start === undefined) continue
        expect((matter.finish ?? 0) - (matter.filed ?? 0)).toBe(
          (usual.get(matter.code)?.finish ?? 0) - (usual.get(matter.code)?.filed ?? 0),
        )
      }
    }
  })
})

function relaxations(pair: Pair): { id: string; after: Milestones }[] {
  const inPlan = planOf(compiled, { ...pair, calendar, start }).matters.filter((m) => m.start !== undefined && !m.prior)
  return catalogue.matters
    .filter((m) => inPlan.some((p) => p.code === m.code))
    .flatMap((m) => m.inputs.filter((i) => i.treatment !== 'regional').map((i) => `${m.code}/${i.ref}`))
    .map((address) => ({
      id: `relax:${address}`,
      after: planOf(compiled, { ...pair, calendar, start, changes: { relax: [address] } }).milestones,
    }))
}

function switchings(scenario: ScenarioName, pair: Pair): { id: string; after: Milestones }[] {
  const { switches } = planOf(compiled, { ...pair, calendar, start, scenario })
  return Object.entries(switches)
    .filter(([, on]) => !on)
    .map(([name]) => ({
      id: `switch:${name}`,
      after: planOf(compiled, { ...pair, calendar, start, switches: { ...switches, [name]: true } }).milestones,
    }))
}
