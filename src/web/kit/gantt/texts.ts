import type { BarTone } from './model.ts'

/** Every word that the chart shows; it has none of its own. */
export interface GanttTexts {
  readonly grid: string
  /** Said to screen readers once, how the keys work. */
  readonly help: string
  readonly view: string
  readonly chart: string
  readonly table: string
  readonly zoom: string
  readonly fit: string
  readonly month: string
  readonly week: string
  readonly day: string
  readonly today: string
  readonly legend: string
  readonly tones: Readonly<Record<BarTone, string>>
  readonly critical: string
  readonly slack: string
  readonly done: string
  readonly baseline: string
  readonly flag: string
  readonly dayOff: string
  readonly provisional: string
  readonly milestone: string
  readonly monthLabel: (year: number, month: number, width: number) => string
  /** `+3 天` while a bar is dragged. */
  readonly dragged: (days: number) => string
}
