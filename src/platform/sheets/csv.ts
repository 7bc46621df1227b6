import { defuse } from './defuse.ts'
import type { SheetCell } from './workbook.ts'

/** CSV with a byte order mark, so that Excel reads it as UTF-8; texts that could be formulas are defused. */
export function csvOf(rows: readonly (readonly SheetCell[])[]): string {
  return `\uFEFF${csvLines(rows)}`
}

/** Lines alone, to go on with a file that was begun. */
export function csvLines(rows: readonly (readonly SheetCell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: SheetCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return 'day' in value ? value.day : value.yuan
  const text = defuse(value)
  return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
