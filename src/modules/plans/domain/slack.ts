import { type Axis, latestBeforeCalendarDays } from './axis.ts'
import { type Program, startEdge } from './program.ts'
import { binds, type Schedule } from './schedule.ts'

/**
 * Slack by rank: the largest delay of the start, in half days, that leaves the latest finish of the plan unchanged.
 * One backward pass: `latest[m]` is the latest finish of m that moves nothing at the end. Exact, because every
 * finish only grows with its start, and calendar days have an exact inverse. What is done, by the zone before or in this project, gets NaN.
 */
export function slackOf(program: Program, axis: Axis, schedule: Schedule): Float64Array {
  const { active, start, finish, previous, sequence, length } = schedule
  let end = 0
  for (let i = 0; i < length; i++) end = Math.max(end, finish[sequence[i] as number] as number)
  const latest = new Float64Array(program.count).fill(end)
  const slack = new Float64Array(program.count).fill(Number.NaN)
  for (let i = length - 1; i >= 0; i--) {
    const m = sequence[i] as number
    if (program.prior[m] === 1) continue
    if (!Number.isNaN(schedule.happened?.finish[m] ?? Number.NaN)) continue
    const room = roomOf(program, axis, schedule, m, latest[m] as number)
    slack[m] = Math.floor(room * 2 + tolerance) / 2
    const latestStart = (start[m] as number) - (program.slip[m] as number) + room
    const before = previous[m] as number
    if (before >= 0) lower(latest, before, latestStart)
    if (!program.reforms.parallel) continue
    for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
      if (!binds(program, active, e)) continue
      lower(
        latest,
        program.edgeFrom[e] as number,
        program.edgeKind[e] === startEdge ? latestStart : (latest[m] as number),
      )
    }
  }
  return slack
}

/** Sums of halves are exact; this only forgives durations that are not halves. Far smaller than the bound kept by the axis. */
const tolerance = 1e-10

/** How much later m may be filed so that it is still decided by `latest`; once filed, how much later it may be decided. */
function roomOf(program: Program, axis: Axis, schedule: Schedule, m: number, latest: number): number {
  if (!Number.isNaN(schedule.happened?.filed[m] ?? Number.NaN)) return latest - (schedule.decided[m] as number)
  const filed = (schedule.start[m] as number) + (program.preparation[m] as number)
  const lasts = schedule.lasts[m] as number
  if (lasts >= 0) return latest - lasts - filed
  const byLimit = latestFiling(axis, latest, program.days[m] as number, program.inCalendarDays[m] === 1)
  const byFloor = latestFiling(axis, latest, program.floorDays[m] as number, program.floorInCalendarDays[m] === 1)
  return Math.max(0, Math.min(byLimit, byFloor) - filed)
}

function latestFiling(axis: Axis, latest: number, days: number, inCalendarDays: boolean): number {
  return inCalendarDays ? latestBeforeCalendarDays(axis, latest, days) : latest - days
}

function lower(latest: Float64Array, m: number, bound: number): void {
  if (bound < (latest[m] as number)) latest[m] = bound
}
