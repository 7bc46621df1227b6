import type { Axis } from './axis.ts'
import type { Laned } from './lanes.ts'

const laneHeight = 17
const monthHeight = 20
const tickHeight = 15

interface HeadInput {
  readonly axis: Axis
  readonly marks: readonly Laned[]
  /** Factor of the text size. */
  readonly size: number
}

interface Heights {
  readonly head: number
  readonly lane: number
  /** Top of the months. */
  readonly months: number
}

/** Heights above the rows: a lane for each line of marks, the months, and the ticks where there are any. */
export function headHeights({ axis, marks, size }: HeadInput): Heights {
  const lanes = marks.reduce((most, mark) => Math.max(most, mark.lane + 1), 0)
  const lane = laneHeight * size
  const months = lanes * lane
  return { lane, months, head: Math.round(months + monthHeight * size + (axis.ticks.length > 0 ? tickHeight : 4)) }
}
