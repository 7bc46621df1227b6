import type { Day } from '../../../../kernel/calendar.ts'

/** What a cell holds; a workbook writes real dates and numbers, paper writes their text. Money is yuan as a decimal string. */
export type Cell = string | number | null | { readonly day: Day } | { readonly yuan: string }

export interface Column {
  readonly title: string
  /** Width in characters of the normal size. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'day' | 'yuan'
}

/** A list of the plan in one language, ready for screen, paper, workbook or document. */
export interface ListTable {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Said below the rows: totals, what is open. */
  readonly notes: readonly string[]
}

/** A cell as text for paper and screen: money with thousands, dates as they are. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  return 'day' in cell ? cell.day : yuanText(cell.yuan)
}

/** `1234567.5` → `1,234,567.50`. */
export function yuanText(yuan: string): string {
  const [whole = '0', cents = ''] = yuan.split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents.padEnd(2, '0').slice(0, 2)}`
}

export const dayCell = (day: Day | null | undefined): Cell => (day ? { day } : null)
export const yuanCell = (yuan: string | null): Cell => (yuan === null ? null : { yuan })
