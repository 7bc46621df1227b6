import { dayNumber } from '../../../kernel/calendar.ts'
import type { BarTone, GanttModel, GanttRow } from './model.ts'
import { type Scale, xOf, xOfDay } from './scale.ts'

export interface Span {
  readonly x: number
  readonly width: number
}

/** One row of the chart in pixels; `y` is its top. */
export interface RowShape {
  readonly row: GanttRow
  readonly y: number
  readonly bars: readonly (Span & { readonly tone: BarTone })[]
  /** From the start of the first bar to the end of the last; null when the row has no bar. */
  readonly extent: Span | null
  readonly slack: Span | null
  readonly baseline: Span | null
  readonly flags: readonly { readonly x: number; readonly late: boolean; readonly text: string }[]
  readonly diamond: number | null
}

export interface GroupShape {
  readonly id: string
  readonly label: string
  readonly y: number
  readonly rows: readonly RowShape[]
}

export interface GanttLayout {
  readonly width: number
  readonly height: number
  readonly rowHeight: number
  readonly groups: readonly GroupShape[]
  readonly shapeOf: ReadonlyMap<string, RowShape>
  readonly marks: readonly { readonly x: number; readonly label: string }[]
  readonly today: number | null
}

/** Narrow bars, and those of no length, stay visible and can be grasped. */
const leastWidth = 3

/** The whole chart as shapes: a pure function of model, scale and row height. Groups without rows take no room. */
export function layoutGantt(model: GanttModel, scale: Scale, rowHeight: number): GanttLayout {
  const groups: GroupShape[] = []
  const shapeOf = new Map<string, RowShape>()
  let y = 0
  for (const group of model.groups) {
    const members = model.rows.filter((row) => row.group === group.id)
    if (members.length === 0) continue
    const groupY = y
    y += rowHeight
    const rows = members.map((row, i) => rowShape(row, scale, y + i * rowHeight))
    y += rows.length * rowHeight
    for (const shape of rows) shapeOf.set(shape.row.id, shape)
    groups.push({ id: group.id, label: group.label, y: groupY, rows })
  }
  const marks = model.marks.map((mark) => ({ x: xOf(scale, mark.at), label: mark.label }))
  return { width: scale.width, height: y, rowHeight, groups, shapeOf, marks, today: todayAt(model, scale) }
}

function rowShape(row: GanttRow, scale: Scale, y: number): RowShape {
  const lasting = row.bars.filter((bar) => bar.to > bar.from)
  const bars = (lasting.length > 0 ? lasting : row.bars.filter((bar) => bar.tone === 'solid')).map((bar) => ({
    ...span(scale, bar.from, bar.to),
    tone: bar.tone,
  }))
  const first = row.bars[0]
  const last = row.bars.at(-1)
  return {
    row,
    y,
    bars,
    extent: first && last ? span(scale, first.from, last.to) : null,
    slack: last && row.slackTo !== null && row.slackTo > last.to ? span(scale, last.to, row.slackTo) : null,
    baseline: row.baseline ? span(scale, row.baseline.from, row.baseline.to) : null,
    flags: row.flags.map((flag) => ({ x: xOf(scale, flag.at), late: flag.late, text: flag.text })),
    diamond: row.diamond === null ? null : xOf(scale, row.diamond),
  }
}

function span(scale: Scale, from: number, to: number): Span {
  const x = xOf(scale, from)
  return { x, width: Math.max(leastWidth, xOf(scale, to) - x) }
}

function todayAt(model: GanttModel, scale: Scale): number | null {
  if (model.today === null) return null
  const x = xOfDay(scale, dayNumber(model.today) + 0.5)
  return x >= 0 && x <= scale.width ? x : null
}

/** The largest offset that the chart must hold: bars, slack, ghosts, flags and marks. */
export function lastOffset(model: GanttModel): number {
  let last = 1
  for (const mark of model.marks) last = Math.max(last, mark.at)
  for (const row of model.rows) {
    last = Math.max(last, row.slackTo ?? 0, row.baseline?.to ?? 0, row.diamond ?? 0)
    for (const bar of row.bars) last = Math.max(last, bar.to)
    for (const flag of row.flags) last = Math.max(last, flag.at)
  }
  return last
}
