import type { OwedPaper } from '../contract/plan.ts'
import { provisionalAt } from './axis.ts'
import { startEdge } from './program.ts'
import type { Run } from './run.ts'
import { binds } from './schedule.ts'

/** Which times can be told as dates: everything that waits, however far back, on works of unknown length cannot. */
export interface Dating {
  readonly startKnown: Uint8Array
  readonly finishKnown: Uint8Array
}

export function datingOf(run: Run): Dating {
  const { program, schedule } = run
  const startKnown = new Uint8Array(program.count).fill(1)
  const finishKnown = new Uint8Array(program.count).fill(1)
  const undated = new Set(run.undated)
  for (let i = 0; i < schedule.length; i++) {
    const m = schedule.sequence[i] as number
    if (program.prior[m] === 1) continue
    const before = schedule.previous[m] as number
    if (before >= 0 && finishKnown[before] === 0) startKnown[m] = 0
    for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
      if (!binds(program, schedule.active, e) || finishKnown[program.edgeFrom[e] as number] === 1) continue
      if (program.edgeKind[e] === startEdge) startKnown[m] = 0
      finishKnown[m] = 0
    }
    if (startKnown[m] === 0 || undated.has(m)) finishKnown[m] = 0
  }
  return { startKnown, finishKnown }
}

/** True when any date that the plan tells falls in a year whose holiday notice is not loaded. */
export function isProvisionalPlan(run: Run, dating: Dating, owed: readonly OwedPaper[]): boolean {
  const { schedule, axis } = run
  const told = [0, ...owed.filter(({ dueDate }) => dueDate !== null).map(({ due }) => due)]
  for (let i = 0; i < schedule.length; i++) {
    const m = schedule.sequence[i] as number
    if (dating.startKnown[m] === 1) told.push(schedule.start[m] as number, schedule.filed[m] as number)
    if (dating.finishKnown[m] === 1) told.push(schedule.finish[m] as number)
  }
  const days = new Set(told.map(Math.floor))
  return [...days].some((offset) => provisionalAt(axis, offset))
}
