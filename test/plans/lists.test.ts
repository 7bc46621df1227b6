import { evaluate } from 'feelin'
import { describe, expect, test, vi } from 'vitest'
import type { Catalogue } from '../../src/modules/matters/contract/catalogue.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import { scenarioNames } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { calendar, catalogue, compiled, fees, noFees, project, projects, start } from './given.ts'

// Many plans a test: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 })

const everyPair = projects.flatMap((p) => scenarioNames.map((scenario) => ({ code: p.code, facts: p.facts, scenario })))

describe('papers', () => {
  test.each(everyPair)(
    'stand once each, with every matter that they serve, for $code, $scenario',
    ({ facts, scenario }) => {
      const plan = planOf(compiled, { facts, calendar, start, scenario })
      const busy = new Set(plan.matters.filter((m) => m.start !== undefined && !m.prior).map((m) => m.code))
      const wanted = new Map<string, string[]>()
      for (const matter of catalogue.matters.filter((m) => busy.has(m.code))) {
        for (const input of matter.inputs) {
          const replaced = input.treatment === 'commitment' && plan.switches.commitment
          if (replaced || !catalogue.materials.some((paper) => paper.code === input.ref)) continue
          wanted.set(input.ref, [...(wanted.get(input.ref) ?? []), matter.code])
        }
      }
      const served = plan.papers.map((p) => [p.paper, [p.firstNeededBy, ...p.serves].sort()])
      expect(served.sort()).toEqual([...wanted].map(([paper, by]) => [paper, by.sort()]).sort())
      for (const { paper, preparedBy } of plan.papers) {
        expect(preparedBy).toBe(catalogue.materials.find((p) => p.code === paper)?.preparedBy)
      }
    },
  )

  test('are due first where they are needed first', () => {
    const plan = planOf(compiled, { facts: project('food-factory').facts, calendar, start, scenario: 'parallel' })
    const filed = new Map(plan.matters.map((m) => [m.code, m.filed ?? Number.NaN]))
    expect(plan.papers.length).toBeGreaterThan(20)
    for (const { paper, firstNeededBy, neededAt, serves } of plan.papers) {
      expect(neededAt, paper).toBe(filed.get(firstNeededBy))
      for (const other of serves) expect(filed.get(other), `${paper} for ${other}`).toBeGreaterThanOrEqual(neededAt)
    }
  })
})

/** An amount in fen by feelin itself; every fact is present. */
function fen(expression: string, facts: Record<string, unknown>): number {
  return Math.round(Number(evaluate(expression, facts).value) * 100)
}

describe('the bill', () => {
  test.each(everyPair)('adds up what feelin computes line by line, for $code, $scenario', ({ facts, scenario }) => {
    const all = { ...facts, landPriceWan: 1234.5 }
    const plan = planOf(compiled, { facts: all, calendar, start, scenario })
    const read = plan.assumedStandardLand ? { ...all, landKind: 'standard-land' } : all
    const busy = new Set(plan.matters.filter((m) => m.applies === true && m.prior !== true).map((m) => m.code))
    const due = fees.fees.filter((fee) => busy.has(fee.matter))
    expect(plan.fees.lines.map((line) => line.code).sort()).toEqual(due.map((fee) => fee.code).sort())
    let payable = 0
    for (const fee of due) {
      const line = plan.fees.lines.find((l) => l.code === fee.code)
      const waived = fee.waiver !== undefined && evaluate(fee.waiver, read).value === true
      expect(line?.amount, fee.code).toBe((fen(fee.amount, read) / 100).toFixed(2))
      expect(line?.waived, fee.code).toBe(waived)
      expect(line).toMatchObject({ basis: fee.basis, confidence: fee.confidence, matter: fee.matter })
      payable += waived ? 0 : fen(fee.amount, read)
    }
    expect(plan.fees.payable).toBe((payable / 100).toFixed(2))
    expect(plan.fees.incomplete).toBe(false)
  })

  test('says that it is a lower bound while the land price is not known', () => {
    const plan = planOf(compiled, { facts: project('food-factory').facts, calendar, start, scenario: 'parallel' })
    const price = plan.fees.lines.find((line) => line.code === 'land-price')
    expect(price).toMatchObject({ amount: null, payable: null, missing: ['landPriceWan'] })
    expect(plan.fees.incomplete).toBe(true)
  })
})

describe('provisional', () => {
  const facts = project('leased-workshop').facts

  test('is a plan that reaches into a year without a holiday notice, and no other', () => {
    const plan = (day: string) => planOf(compiled, { facts, calendar, start: day, scenario: 'same-day' })
    expect(plan('2026-03-02').provisional).toBe(false)
    expect(plan('2026-12-01').provisional).toBe(true)
  })

  test('is also a plan of which only the due date of an owed paper lies in such a year', () => {
    const [base] = catalogue.matters.filter((m) => m.code === 'entry-review')
    if (!base) throw new Error('entry-review left the catalogue')
    const quick = {
      preparation: { normal: 0, fast: 0 },
      handling: { statutory: { days: 0, unit: 'workday' as const }, committed: { days: 0, unit: 'workday' as const } },
    }
    const opinion = { code: 'later', name_zh: '后', name_en: 'later' }
    const small: Catalogue = {
      ...catalogue,
      matters: [
        {
          ...base,
          ...quick,
          code: 'asks',
          inputs: [{ ref: 'later', treatment: 'tolerable', supplyBy: 'workdays:30' }],
          outputs: [],
        },
        { ...base, ...quick, preparation: { normal: 1, fast: 1 }, code: 'brings', inputs: [], outputs: [opinion] },
      ],
    }
    const plan = planOf(compileCatalogue(small, noFees), {
      facts: {},
      calendar,
      start: '2026-12-14',
      scenario: 'reform',
    })
    expect(plan.matters.map((m) => m.finishDate)).toEqual(['2026-12-14', '2026-12-15'])
    expect(plan.owed.map((o) => o.dueDate)).toEqual(['2027-01-25'])
    expect(plan.provisional).toBe(true)
  })
})
