import { dayFromNumber } from '../../../kernel/calendar.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { NetworkArrow, NetworkMatter, PlanNetwork } from '../contract/network.ts'
import { dayAt } from './axis.ts'
import { milestonesOf } from './plan.ts'
import { startEdge } from './program.ts'
import { type PlanInput, settle } from './request.ts'
import { type Run, runOf } from './run.ts'
import { binds } from './schedule.ts'

/**
 * The order of a plan without its times. What the zone has done before (prior) holds nothing up and is left out.
 * Throws what planning throws: Problem invalid_input for facts, rule_violated for a circle.
 */
export function networkOf(compiled: CompiledCatalogue, input: PlanInput): PlanNetwork {
  const run = runOf(compiled, settle(compiled, input))
  const { program, schedule, axis } = run
  const ranks = [...schedule.sequence.subarray(0, schedule.length)].filter((m) => program.prior[m] === 0)
  const placeOf = new Map(ranks.map((rank, place) => [rank, place]))
  const undecided = run.applies.some((truth) => truth === -1)
  return {
    matters: ranks.map((rank) => matterAt(run, rank)),
    arrows: program.reforms.parallel ? arrowsOf(run, placeOf) : chainOf(run, placeOf),
    milestones: milestonesOf(run, undecided),
    dayZero: dayFromNumber(dayAt(axis, 0)),
    undated: run.undated.map((rank) => program.compiled.matters[rank]?.matter.durationFact as string),
  }
}

function matterAt({ program, schedule, undated }: Run, rank: number): NetworkMatter {
  const { matter } = program.compiled.matters[rank] as CompiledCatalogue['matters'][number]
  const lasts = schedule.lasts[rank] as number
  return {
    code: matter.code,
    authority: matter.authority,
    preparation: program.preparation[rank] as number,
    limit: { days: program.days[rank] as number, unit: program.inCalendarDays[rank] === 1 ? 'calendarDay' : 'workday' },
    floor: (program.floorDays[rank] as number) > 0 ? (matter.handling.floor ?? null) : null,
    lasts: undated.includes(rank) ? undefined : lasts < 0 ? null : lasts,
  }
}

type Places = ReadonlyMap<number, number>

function arrowsOf({ program, schedule }: Run, placeOf: Places): NetworkArrow[] {
  const arrows: NetworkArrow[] = []
  for (const [rank, to] of placeOf) {
    for (let e = program.firstIn[rank] as number; e < (program.firstIn[rank + 1] as number); e++) {
      const from = placeOf.get(program.edgeFrom[e] as number)
      if (from === undefined || from === to || !binds(program, schedule.active, e)) continue
      arrows.push({ from, to, kind: program.edgeKind[e] === startEdge ? 'start' : 'decision' })
    }
  }
  for (const { rank, producers } of program.readings.owed) {
    for (const producer of producers) {
      const [from, to] = [placeOf.get(producer), placeOf.get(rank)]
      if (from === undefined || to === undefined || reaches(arrows, to, from)) continue
      arrows.push({ from, to, kind: 'owed' })
    }
  }
  return arrows
}

/** Whether waiting runs from one place to another: an arrow back would close a circle. */
function reaches(arrows: readonly NetworkArrow[], from: number, target: number): boolean {
  const seen = new Set([from])
  for (const place of seen) for (const arrow of arrows) if (arrow.from === place) seen.add(arrow.to)
  return seen.has(target)
}

/** Serial handling: each waits for the one before. */
function chainOf({ schedule }: Run, placeOf: Places): NetworkArrow[] {
  return [...placeOf].flatMap(([rank, to]) => {
    const from = placeOf.get(schedule.previous[rank] as number)
    return from === undefined ? [] : [{ from, to, kind: 'start' as const }]
  })
}
