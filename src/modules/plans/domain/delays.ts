import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Delay } from '../contract/project-plan.ts'
import { criticalRanks } from './critical.ts'
import { startEdge } from './program.ts'
import { type PlanInput, settle } from './request.ts'
import { type Run, runOf } from './run.ts'
import { binds } from './schedule.ts'

/**
 * Why a running project is late: by matter, the days that it takes beyond what the plan without the past gives it. What a matter
 * waits for others is theirs, not its own. Longest first; of equal length in the order of the catalogue.
 */
export function delaysOf(compiled: CompiledCatalogue, input: PlanInput): Delay[] {
  if (!input.progress) return []
  const now = runOf(compiled, settle(compiled, input))
  const before = runOf(compiled, settle(compiled, { ...input, progress: undefined }))
  const critical = criticalRanks(now.program, now.schedule)
  const wasCritical = criticalRanks(before.program, before.schedule)
  const delays = compiled.matters.flatMap(({ matter }, m): Delay[] => {
    if (now.schedule.active[m] === 0 || now.program.prior[m] === 1) return []
    const days = ownSpan(now, m) - ownSpan(before, m)
    if (days <= 0) return []
    return [{ code: matter.code, days, kind: kindOf(now, m), matters: critical.has(m) || wasCritical.has(m) }]
  })
  return delays.sort((a, b) => b.days - a.days)
}

/** From the moment when it could have begun to its end; nothing where its end is another's. */
function ownSpan(run: Run, m: number): number {
  const { finish } = run.schedule
  const { ready, waits } = heldUntil(run, m)
  const end = finish[m] as number
  return waits >= end && waits > 0 ? 0 : end - Math.max(0, ready)
}

function heldUntil({ program, schedule }: Run, m: number): { ready: number; waits: number } {
  let ready = 0
  let waits = 0
  for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
    if (!binds(program, schedule.active, e)) continue
    const reached = schedule.finish[program.edgeFrom[e] as number] as number
    if (program.edgeKind[e] === startEdge) ready = Math.max(ready, reached)
    else waits = Math.max(waits, reached)
  }
  const before = schedule.previous[m] as number
  return { ready: before >= 0 ? (schedule.finish[before] as number) : ready, waits }
}

function kindOf({ schedule }: Run, m: number): Delay['kind'] {
  const { happened } = schedule
  if (happened === null || Number.isNaN(happened.filed[m])) return 'waiting'
  return Number.isNaN(happened.finish[m]) ? 'open' : 'decided'
}
