import type { ListTable } from './table.ts'

/** The table with only these columns, in this order: paper is narrower than a screen. */
export function narrow(table: ListTable, picked: readonly number[]): ListTable {
  return {
    ...table,
    columns: picked.flatMap((i) => table.columns[i] ?? []),
    rows: table.rows.map((row) => picked.map((i) => row[i] ?? null)),
  }
}
