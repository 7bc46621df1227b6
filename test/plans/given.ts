import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { buildCalendar, type CalendarYear } from '../../src/kernel/calendar.ts'
import { Catalogue, FeeSchedule } from '../../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import type { OwedPaper, Plan } from '../../src/modules/plans/contract/plan.ts'
import type { ScenarioName } from '../../src/modules/plans/contract/scenario.ts'
import { byCodePoint } from '../oracle/graph.ts'
import type { OraclePlan } from '../oracle/plan.ts'

export interface Project {
  readonly code: string
  readonly facts: FactValues
}

export function readData<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as T
}

export const catalogue = Catalogue.parse(readData('catalogue/matters.json'))
export const fees = FeeSchedule.parse(readData('catalogue/fees.json'))
export const noFees: FeeSchedule = { format: 'luodi-fees/1', facts: [], fees: [] }
export const projects = readData<Project[]>('catalogue/projects.json')
export const years = ['2024', '2025', '2026'].map((year) => readData<CalendarYear>(`calendar/${year}.json`))
export const calendar = buildCalendar(years)
export const compiled = compileCatalogue(catalogue, fees)
export const start = '2026-03-02'

export function project(code: string): Project {
  const found = projects.find((p) => p.code === code)
  if (!found) throw new Error(`no project ${code}`)
  return found
}

type Offsets = readonly [contract: number | null, permit: number | null, production: number]

/** Offsets to contract, permit and production that the specification of the planner states. */
export const checkValues: Record<string, Record<ScenarioName, Offsets>> = {
  'food-factory': {
    serial: [187, 548, 976],
    parallel: [77, 198, 316],
    promised: [50, 116, 205],
    reform: [37, 45.5, 108.5],
    'same-day': [37, 40, 103],
  },
  'leased-workshop': {
    serial: [null, null, 334],
    parallel: [null, null, 107],
    promised: [null, null, 88],
    reform: [null, null, 60],
    'same-day': [null, null, 60],
  },
  'hazchem-plant': {
    serial: [191, 763, 1324],
    parallel: [77, 220, 352],
    promised: [50, 137, 226],
    reform: [37, 82.5, 145.5],
    'same-day': [37, 82.5, 145.5],
  },
}

/** Number of random cases of a property: enough in CI, more by hand through LUODI_CASES. */
export function cases(inCi: number): number {
  return Number(process.env.LUODI_CASES ?? inCi)
}

/** Runs a property; the seed of a failure is printed by fast-check, and LUODI_SEED plays it again. */
export function holds<T>(property: fc.IProperty<T>, inCi: number): void {
  const seed = process.env.LUODI_SEED
  fc.assert(property, { numRuns: cases(inCi), ...(seed === undefined ? {} : { seed: Number(seed) }) })
}

const byPlace = (a: OwedPaper, b: OwedPaper): number =>
  byCodePoint(a.matter, b.matter) || byCodePoint(a.ref, b.ref) || byCodePoint(a.producer, b.producer)

/** What both implementations say of a plan, in one order and without what only one of them knows. */
export function comparable(plan: Plan | OraclePlan): OraclePlan {
  return {
    dayZero: plan.dayZero,
    assumedStandardLand: plan.assumedStandardLand,
    matters: plan.matters.map(({ code, applies, ...rest }) => {
      if (rest.start === undefined) return { code, applies }
      const { follows: _follows, holds: _holds, ...times } = rest
      return { code, applies, ...times }
    }),
    undecided: plan.undecided,
    milestones: plan.milestones,
    owed: plan.owed.toSorted(byPlace),
    commitments: plan.commitments
      .map(({ matter, ref }) => ({ matter, ref }))
      .sort((a, b) => byCodePoint(a.matter, b.matter) || byCodePoint(a.ref, b.ref)),
    undated: plan.undated,
    provisional: plan.provisional,
  }
}
