import type { Calendar, Day } from '../../../kernel/calendar.ts'

/** How a piece of a bar is drawn: pale (getting ready), solid (at work), hatched (waiting). */
export type BarTone = 'pale' | 'solid' | 'hatched'

/** Offsets are working days from day zero, halves occur. */
export interface GanttBar {
  readonly tone: BarTone
  readonly from: number
  readonly to: number
}

/** A flag above the bar: something is due at `at`. Its shape changes when it is late, never its colour alone. */
export interface GanttFlag {
  readonly at: number
  readonly late: boolean
  readonly text: string
}

/** `by` ends before this row's start, or before its end. */
export interface GanttHold {
  readonly by: string
  readonly kind: 'start' | 'end'
}

export interface GanttRow {
  readonly id: string
  readonly group: string
  /** Texts of the columns, in their order; the first names the row. */
  readonly cells: readonly string[]
  readonly bars: readonly GanttBar[]
  /** End of the thin line that shows how far the row may move; null = none. */
  readonly slackTo: number | null
  readonly critical: boolean
  /** Done before day zero: drawn as a check mark. */
  readonly done: boolean
  readonly baseline: { readonly from: number; readonly to: number } | null
  readonly flags: readonly GanttFlag[]
  readonly diamond: number | null
  readonly holds: readonly GanttHold[]
  /** Said beside the bar while the row is focused. */
  readonly note: string | null
}

/** A vertical line with a diamond on the axis. */
export interface GanttMark {
  readonly at: number
  readonly label: string
}

export interface GanttColumn {
  readonly label: string
  /** CSS width in px at the normal size. */
  readonly width: number
  readonly align?: 'end'
  /** Shown in the table view only, to leave room for the chart. */
  readonly tableOnly?: boolean
}

export interface GanttModel {
  readonly calendar: Calendar
  readonly dayZero: Day
  readonly groups: readonly { readonly id: string; readonly label: string }[]
  readonly rows: readonly GanttRow[]
  readonly columns: readonly GanttColumn[]
  readonly marks: readonly GanttMark[]
  /** Today as a legal day; drawn when it lies on the chart. */
  readonly today: Day | null
}
