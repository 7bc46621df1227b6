import { Problem } from '../../../kernel/problem.ts'
import { type Axis, afterCalendarDays } from './axis.ts'
import { type Program, startEdge } from './program.ts'
import { orderOf } from './topological.ts'

/** Times by rank in working days from day 0; what is not scheduled keeps 0 and is told by `active`. */
export interface Schedule {
  /** 1 = in the schedule: applies, and does not follow after production. */
  readonly active: Uint8Array
  /** How long a lasting matter lasts; −1 for all others. A missing fact counts 0 and is marked in `undated`. */
  readonly lasts: Float64Array
  readonly start: Float64Array
  readonly filed: Float64Array
  readonly decided: Float64Array
  readonly finish: Float64Array
  /** What has happened already, by rank; null for a project that has not begun. */
  happened: Happened | null
  /** Serial handling: the matter handled just before, −1 for the first and in parallel handling. */
  readonly previous: Int32Array
  /** Ranks in the order in which they were scheduled; the first `length` count. */
  readonly sequence: Int32Array
  length: number
}

/** The fixed past of a running project, in offsets; NaN where nothing has happened yet. */
export interface Happened {
  /** Nothing that is not filed yet can have been filed before it. */
  readonly today: number
  readonly filed: Float64Array
  readonly finish: Float64Array
  /** When the clock of a filed case, with all its suspensions, says that it is decided. */
  readonly expected: Float64Array
}

export function emptySchedule(program: Program): Schedule {
  const n = program.count
  return {
    active: new Uint8Array(n),
    lasts: new Float64Array(n).fill(-1),
    start: new Float64Array(n),
    filed: new Float64Array(n),
    decided: new Float64Array(n),
    finish: new Float64Array(n),
    happened: null,
    previous: new Int32Array(n).fill(-1),
    sequence: new Int32Array(n),
    length: 0,
  }
}

/** Fills the times of the active matters. Refuses a circle (Problem rule_violated) by the names along it. */
export function fill(program: Program, axis: Axis, schedule: Schedule): void {
  schedule.length = 0
  if (program.reforms.parallel) fillParallel(program, axis, schedule)
  else fillSerial(program, axis, schedule)
}

export function binds(program: Program, active: Uint8Array, edge: number): boolean {
  if (active[program.edgeFrom[edge] as number] === 0) return false
  const onlyIf = program.edgeOnlyIf[edge] as number
  if (onlyIf >= 0 && active[onlyIf] === 0) return false
  const unless = program.edgeUnless[edge] as number
  return unless < 0 || active[unless] === 0
}

function fillParallel(program: Program, axis: Axis, schedule: Schedule): void {
  const order = program.order ?? activeOrder(program, schedule.active)
  const { firstIn, edgeFrom, edgeKind } = program
  const { active, finish } = schedule
  for (let i = 0; i < order.length; i++) {
    const m = order[i] as number
    if (active[m] === 0) continue
    let start = 0
    let waits = 0
    const last = firstIn[m + 1] as number
    for (let e = firstIn[m] as number; e < last; e++) {
      if (!binds(program, active, e)) continue
      const f = finish[edgeFrom[e] as number] as number
      if (edgeKind[e] === startEdge) {
        if (f > start) start = f
      } else if (f > waits) waits = f
    }
    place(program, axis, schedule, { m, start, waits })
    schedule.sequence[schedule.length++] = m
  }
}

/** One after another: always the ready matter of lowest rank, each starting where the last one ended. */
function fillSerial(program: Program, axis: Axis, schedule: Schedule): void {
  const { active, previous, sequence } = schedule
  const done = new Uint8Array(program.count)
  let last = -1
  for (;;) {
    const m = firstReady(program, active, done)
    if (m < 0) break
    const prior = program.prior[m] === 1
    place(program, axis, schedule, { m, start: last < 0 || prior ? 0 : (schedule.finish[last] as number), waits: 0 })
    previous[m] = prior ? -1 : last
    done[m] = 1
    sequence[schedule.length++] = m
    if (!prior) last = m
  }
  if (active.some((isActive, m) => isActive === 1 && done[m] === 0)) activeOrder(program, active)
}

function firstReady(program: Program, active: Uint8Array, done: Uint8Array): number {
  for (let m = 0; m < program.count; m++) {
    if (active[m] === 1 && done[m] === 0 && isReady(program, active, done, m)) return m
  }
  return -1
}

function isReady(program: Program, active: Uint8Array, done: Uint8Array, m: number): boolean {
  for (let e = program.firstIn[m] as number; e < (program.firstIn[m + 1] as number); e++) {
    if (binds(program, active, e) && done[program.edgeFrom[e] as number] === 0) return false
  }
  return true
}

interface Placing {
  readonly m: number
  readonly start: number
  readonly waits: number
}

/** start → filed → decided → finish of one matter (planner: Schedule); what has happened is fixed, the rest moves. */
function place(program: Program, axis: Axis, schedule: Schedule, placing: Placing): void {
  const { m, waits } = placing
  if (program.prior[m] === 1) {
    schedule.start[m] = schedule.filed[m] = schedule.decided[m] = schedule.finish[m] = 0
    return
  }
  const { happened } = schedule
  if (happened !== null && !Number.isNaN(happened.filed[m])) {
    placeFiled(program, axis, schedule, { ...placing, happened })
    return
  }
  const begins = placing.start + (program.slip[m] as number)
  const prepared = begins + (program.preparation[m] as number)
  // Nobody sees preparation: it may be under way. What nobody has filed is filed today at the earliest.
  const filed = happened === null ? prepared : Math.max(prepared, happened.today)
  const decided = decidedFrom(program, axis, schedule, m, filed)
  schedule.start[m] = begins
  schedule.filed[m] = filed
  schedule.decided[m] = decided
  schedule.finish[m] = Math.max(waits, decided)
}

/** A case that was filed keeps its day; decided too, it keeps both; undecided, it ends by its clock, not before today. */
function placeFiled(program: Program, axis: Axis, schedule: Schedule, placing: Placing & { happened: Happened }): void {
  const { m, waits, happened } = placing
  const filed = happened.filed[m] as number
  schedule.start[m] = filed
  schedule.filed[m] = filed
  const finish = happened.finish[m] as number
  if (!Number.isNaN(finish)) {
    schedule.decided[m] = schedule.finish[m] = finish
    return
  }
  const expected = happened.expected[m] as number
  const byClock = Number.isNaN(expected) ? decidedFrom(program, axis, schedule, m, filed) : expected
  schedule.decided[m] = Math.max(byClock, happened.today)
  schedule.finish[m] = Math.max(schedule.decided[m] as number, waits)
}

function decidedFrom(program: Program, axis: Axis, schedule: Schedule, m: number, filed: number): number {
  const lasts = schedule.lasts[m] as number
  if (lasts >= 0) return filed + lasts
  const days = program.days[m] as number
  const handled = program.inCalendarDays[m] === 1 ? afterCalendarDays(axis, filed, days) : filed + days
  const floorDays = program.floorDays[m] as number
  if (floorDays === 0) return handled
  const floor = program.floorInCalendarDays[m] === 1 ? afterCalendarDays(axis, filed, floorDays) : filed + floorDays
  return Math.max(floor, handled)
}

/** The order of this plan alone, for catalogues whose edges run in a circle only when everything is in the plan. */
function activeOrder(program: Program, active: Uint8Array): Int32Array {
  const arrows = program.edges.filter((edge, e) => active[edge.to] === 1 && binds(program, active, e))
  const { order, cycle } = orderOf(program.count, arrows)
  if (order !== null) return order
  const codes = cycle.map((rank) => program.compiled.matters[rank]?.matter.code as string)
  const around = [...codes, codes[0]].join(' → ')
  throw new Problem(
    'rule_violated',
    'plans.cycle',
    {
      zh: `“${codes[0]}” 字段 inputs：互为前置，成环：${around}`,
      en: `"${codes[0]}", field inputs: needs itself in a circle: ${around}`,
    },
    { matter: codes[0], field: 'inputs', cycle: codes },
  )
}
