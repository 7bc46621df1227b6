import { type SheetCell, writeWorkbook } from '../../src/platform/sheets/workbook.ts'

/** A workbook of one sheet, as an office would send it. */
export function workbookOf(head: readonly string[], rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  const columns = head.map((title) => ({ title, width: 14 }))
  const sheets = [{ name: '1', columns, rows, notes: [] }]
  return writeWorkbook({ title: 'test', author: 'test', createdAt: new Date('2026-06-01T00:00:00Z'), sheets })
}
