import type { Facts } from '../../../kernel/feel/compile.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { type Axis, axisFrom } from './axis.ts'
import { happenedIn } from './happened.ts'
import { adjusted, type Program, programOf } from './program.ts'
import type { Settled } from './request.ts'
import { emptySchedule, fill, type Schedule } from './schedule.ts'

/** Truth of applicability by rank: 1 yes, 0 no, −1 unknown. */
export type Applicability = Int8Array

/** One scheduled plan before it is put into words. */
export interface Run {
  readonly program: Program
  readonly axis: Axis
  readonly facts: Facts
  readonly applies: Applicability
  readonly schedule: Schedule
  /** Ranks whose duration fact is missing. */
  readonly undated: readonly number[]
}

export function runOf(compiled: CompiledCatalogue, settled: Settled): Run {
  const program = programFor(compiled, settled)
  const axis = axisFrom(settled.calendar, settled.start)
  const run = createRun(program, axis)
  run.schedule.happened = settled.progress === null ? null : happenedIn(program, axis, settled.progress)
  refill(run, settled.facts)
  return { ...run, facts: settled.facts, undated: missingDurations(program, settled.facts, run.schedule) }
}

export interface Runner {
  readonly program: Program
  readonly axis: Axis
  readonly applies: Applicability
  readonly schedule: Schedule
  readonly truths: Int8Array
}

export function createRun(program: Program, axis: Axis): Runner {
  return {
    program,
    axis,
    applies: new Int8Array(program.count),
    schedule: emptySchedule(program),
    truths: new Int8Array(program.rules.length),
  }
}

/** Plans these facts into the runner's own arrays: nothing is allocated, the result lasts until the next call. */
export function refill(runner: Runner, facts: Facts): void {
  const { program, applies, truths } = runner
  const { active, lasts } = runner.schedule
  for (let r = 0; r < truths.length; r++) {
    const truth = (program.rules[r] as (typeof program.rules)[number]).evaluate(facts)
    truths[r] = truth === null ? -1 : truth ? 1 : 0
  }
  for (let m = 0; m < program.count; m++) {
    const truth = truths[program.ruleOf[m] as number] as number
    applies[m] = truth
    active[m] = truth === 1 && program.follows[m] === 0 ? 1 : 0
  }
  for (let i = 0; i < program.lasting.length; i++) {
    const { rank, fact } = program.lasting[i] as (typeof program.lasting)[number]
    const days = facts[fact]
    lasts[rank] = typeof days === 'number' ? days : 0
  }
  fill(program, runner.axis, runner.schedule)
}

function missingDurations(program: Program, facts: Facts, schedule: Schedule): number[] {
  return program.lasting
    .filter(
      ({ rank, fact }) => schedule.active[rank] === 1 && program.prior[rank] === 0 && typeof facts[fact] !== 'number',
    )
    .map(({ rank }) => rank)
}

const programs = new WeakMap<CompiledCatalogue, Map<string, Program>>()
const keptAtMost = 256

/** Programs depend on the catalogue and the reforms alone and are kept; slips and promises of desks are laid over them. */
export function programFor(
  compiled: CompiledCatalogue,
  settled: Pick<Settled, 'switches' | 'standardLand' | 'changes'>,
): Program {
  const { switches, standardLand, changes } = settled
  const key = JSON.stringify([{ ...switches, standardLand }, [...changes.relax].sort()])
  const kept = programs.get(compiled) ?? new Map<string, Program>()
  programs.set(compiled, kept)
  const program = kept.get(key) ?? programOf(compiled, { ...switches, standardLand, relax: new Set(changes.relax) })
  if (kept.size >= keptAtMost && !kept.has(key)) kept.clear()
  kept.set(key, program)
  const plain = Object.keys(changes.handling).length === 0 && Object.keys(changes.slips).length === 0
  return plain ? program : adjusted(program, changes)
}
