import { type Axis, buildAxis, type MonthLabel } from './axis.ts'
import { headHeights } from './head-heights.ts'
import { type Laned, laneLabels } from './lanes.ts'
import { type GanttLayout, lastOffset, layoutGantt } from './layout.ts'
import type { GanttColumn, GanttModel } from './model.ts'
import { buildScale } from './scale.ts'

/** A drawing of the whole chart in units of its own, to be scaled into the paper's room. */
export interface PrintLayout {
  readonly width: number
  readonly height: number
  /** Height of the axis above the rows. */
  readonly head: number
  /** Width of the columns left of the chart. */
  readonly left: number
  readonly chartWidth: number
  readonly rowHeight: number
  /** Factor of the text size. */
  readonly size: number
  readonly columns: readonly GanttColumn[]
  readonly layout: GanttLayout
  readonly axis: Axis
  readonly marks: readonly Laned[]
}

interface Room {
  readonly widthMm: number
  readonly heightMm: number
  readonly monthLabel: MonthLabel
}

const pxPerMm = 96 / 25.4
const usualHead = 90
const leastRow = 18
const mostRow = 26
const mostSize = 1.3

/** However many rows there are, all of them and the axis stay inside the room. */
export function printLayout(model: GanttModel, { widthMm, heightMm, monthLabel }: Room): PrintLayout {
  const lines = Math.max(1, model.rows.length + new Set(model.rows.map((row) => row.group)).size)
  const height = Math.max(usualHead + lines * leastRow, heightMm * pxPerMm)
  const width = (height * widthMm) / heightMm
  const size = Math.min(mostSize, ((height - usualHead) / lines) * 0.065)
  const columns = model.columns.filter((column) => !column.tableOnly).map((c) => ({ ...c, width: c.width * size }))
  const left = columns.reduce((sum, column) => sum + column.width, 0)
  const { calendar, dayZero } = model
  const last = lastOffset(model)
  const scale = buildScale({ calendar, dayZero, lastOffset: last, dayWidth: null, fitWidth: width - left })
  const axis = buildAxis(scale, monthLabel)
  const placed = layoutGantt(model, scale, leastRow).marks
  const marks = laneLabels(placed, scale.width, 12 * size)
  const { head } = headHeights({ axis, marks, size })
  const rowHeight = Math.min(mostRow, (height - head - 2) / lines)
  const layout = layoutGantt(model, scale, rowHeight)
  return { width, height, head, left, chartWidth: scale.width, rowHeight, size, columns, layout, axis, marks }
}
