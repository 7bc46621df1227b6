import { csvOf } from '../../../platform/sheets/csv.ts'
import type { TableRow } from '../contract/rows.ts'

/** The rows of one table with the names of their fields as the head. */
export function stringify(rows: readonly TableRow[]): string {
  const fields = Object.keys(rows[0] ?? {})
  return csvOf([fields, ...rows.map((row) => fields.map((field) => row[field] ?? null))])
}
