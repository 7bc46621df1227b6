import { defuse } from '../../../platform/sheets/defuse.ts'
import type { TableRow } from '../contract/rows.ts'

/** CSV with a byte order mark, so that Excel reads it as UTF-8; texts that could be formulas are defused. */
export function stringify(rows: readonly TableRow[]): string {
  const fields = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => fields.map((field) => cellOf(row[field] ?? null)).join(','))
  return `\uFEFF${[fields.join(','), ...lines].join('\r\n')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : defuse(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
