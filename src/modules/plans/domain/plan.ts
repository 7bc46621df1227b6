import { dayFromNumber } from '../../../kernel/calendar.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Milestones, Plan, PlannedMatter, Undecided } from '../contract/plan.ts'
import { milestoneMatters } from '../contract/scenario.ts'
import { dateAt, dayAt } from './axis.ts'
import { commitmentsOf } from './commitments.ts'
import { criticalRanks, holdsOf } from './critical.ts'
import { type Dating, datingOf, isProvisionalPlan } from './dates.ts'
import { billOf } from './fees.ts'
import { owedOf } from './owed.ts'
import { papersOf } from './papers.ts'
import { type PlanInput, settle } from './request.ts'
import { type Run, runOf } from './run.ts'
import { slackOf } from './slack.ts'

/**
 * The plan of a project (一项目一方案一清单): a pure function of the catalogue, facts, calendar, start and switches.
 * Same input, same output, whatever the order of the catalogue's rows. Semantics: docs/decisions and the planner page.
 * Throws Problem: invalid_input for facts, dates and changes; rule_violated for a circle.
 */
export function planOf(compiled: CompiledCatalogue, input: PlanInput): Plan {
  const settled = settle(compiled, input)
  const run = runOf(compiled, settled)
  const dating = datingOf(run)
  const undecided = undecidedOf(run)
  const owed = owedOf(run, dating)
  return {
    scenario: settled.scenario,
    switches: settled.switches,
    start: settled.start,
    dayZero: dayFromNumber(dayAt(run.axis, 0)),
    assumedStandardLand: settled.assumedStandardLand,
    matters: mattersOf(run, dating),
    undecided,
    milestones: milestonesOf(run, undecided.length > 0),
    papers: papersOf(run, dating),
    owed,
    commitments: commitmentsOf(run),
    fees: billOf(run),
    provisional: isProvisionalPlan(run, dating, owed),
    undated: undatedFacts(run),
  }
}

export function milestonesOf(run: Pick<Run, 'program' | 'schedule'>, incomplete: boolean): Milestones {
  const finishOf = (code: string): number | null => {
    const rank = run.program.compiled.indexOf.get(code)
    return rank === undefined || run.schedule.active[rank] === 0 ? null : (run.schedule.finish[rank] as number)
  }
  return {
    contract: finishOf(milestoneMatters.contract),
    permit: finishOf(milestoneMatters.permit),
    jointAccept: finishOf(milestoneMatters.jointAccept),
    production: finishOf(milestoneMatters.production),
    incomplete,
  }
}

function undatedFacts(run: Run): string[] {
  const facts = run.undated.map((rank) => run.program.compiled.matters[rank]?.matter.durationFact as string)
  return [...new Set(facts)].sort(byCodePoint)
}

function undecidedOf(run: Run): Undecided[] {
  return run.program.compiled.matters
    .map(({ matter, applies }, rank) => ({ code: matter.code, rank, applies }))
    .filter(({ rank }) => run.applies[rank] === -1)
    .map(({ code, applies }) => ({ code, missing: [...applies.missing(run.facts)] }))
}

function mattersOf(run: Run, dating: Dating): PlannedMatter[] {
  const slack = slackOf(run.program, run.axis, run.schedule)
  const critical = criticalRanks(run.program, run.schedule)
  return run.program.compiled.matters.map(({ matter }, m): PlannedMatter => {
    const applies = run.applies[m] === -1 ? null : run.applies[m] === 1
    if (applies !== true) return { code: matter.code, applies }
    if (run.schedule.active[m] === 0) return { code: matter.code, applies, follows: true }
    const prior = run.program.prior[m] === 1
    return {
      code: matter.code,
      applies,
      ...timesOf(run, dating, m),
      slack: Number.isNaN(slack[m]) ? null : (slack[m] as number),
      critical: critical.has(m),
      prior,
      holds: holdsOf(run.program, run.schedule, m).map(({ by, ref, kind }) => ({ by, ref, kind })),
    }
  })
}

function timesOf(run: Run, dating: Dating, m: number): Partial<PlannedMatter> {
  const { start, filed, decided, finish } = run.schedule
  const date = (offset: number, known: number | undefined) => (known === 1 ? dateAt(run.axis, offset) : null)
  return {
    start: start[m] as number,
    filed: filed[m] as number,
    decided: decided[m] as number,
    finish: finish[m] as number,
    startDate: date(start[m] as number, dating.startKnown[m]),
    filedDate: date(filed[m] as number, dating.startKnown[m]),
    finishDate: date(finish[m] as number, dating.finishKnown[m]),
  }
}
