import type { Hold } from '../contract/plan.ts'
import { milestoneMatters } from '../contract/scenario.ts'
import { type Program, startEdge } from './program.ts'
import { binds, type Schedule } from './schedule.ts'

/** One edge that held a matter up, with the rank it came from. */
export interface RankedHold extends Hold {
  readonly rank: number
}

/** What held matter m up: of its start where handling decides its end, of its decision where that waited longest. */
export function holdsOf(program: Program, schedule: Schedule, m: number): RankedHold[] {
  if (program.prior[m] === 1 || isDone(schedule, m)) return []
  const { active, start, decided, finish, previous } = schedule
  const earliest = (start[m] as number) - (program.slip[m] as number)
  const holds: RankedHold[] = []
  const before = previous[m] as number
  if (before >= 0) holds.push({ by: codeOf(program, before), ref: null, kind: 'serial', rank: before })
  for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
    const from = program.edgeFrom[e] as number
    if (!binds(program, active, e)) continue
    const isStart = program.edgeKind[e] === startEdge
    const held = isStart
      ? before < 0 && finish[from] === earliest && earliest > 0
      : (finish[from] as number) === finish[m] && (finish[from] as number) >= (decided[m] as number)
    if (held)
      holds.push({
        by: codeOf(program, from),
        ref: program.edges[e]?.ref ?? null,
        kind: isStart ? 'start' : 'decision',
        rank: from,
      })
  }
  return holds
}

/** Ranks on a longest path to a milestone: back from each through what determined its end. What is done is never late. */
export function criticalRanks(program: Program, schedule: Schedule): Set<number> {
  const critical = new Set<number>()
  const open: number[] = []
  const reach = (m: number): void => {
    if (schedule.active[m] === 0 || program.prior[m] === 1 || critical.has(m) || isDone(schedule, m)) return
    critical.add(m)
    open.push(m)
  }
  for (const code of Object.values(milestoneMatters)) {
    const m = program.compiled.indexOf.get(code)
    if (m !== undefined) reach(m)
  }
  for (let m = open.pop(); m !== undefined; m = open.pop())
    for (const before of binding(program, schedule, m)) reach(before)
  return critical
}

/** Predecessors whose end is this matter's end: by the decision, or by the start when handling itself took it there. */
function* binding(program: Program, schedule: Schedule, m: number): Generator<number> {
  const { active, start, decided, finish, previous } = schedule
  const byHandling = decided[m] === finish[m]
  if ((previous[m] as number) >= 0) yield previous[m] as number
  for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
    if (!binds(program, active, e)) continue
    const from = program.edgeFrom[e] as number
    const reached = finish[from] as number
    if (program.edgeKind[e] !== startEdge) {
      if (reached === finish[m]) yield from
    } else if (
      byHandling &&
      (previous[m] as number) < 0 &&
      reached === (start[m] as number) - (program.slip[m] as number)
    )
      yield from
  }
}

function isDone(schedule: Schedule, m: number): boolean {
  return schedule.happened !== null && !Number.isNaN(schedule.happened.finish[m])
}

function codeOf(program: Program, rank: number): string {
  return program.compiled.matters[rank]?.matter.code as string
}
