import { Workbook } from '@cj-tech-master/excelts'

export type ReadCell = string | number | Date | null

/** Every sheet of a workbook as rows of plain values, by sheet name; a cell that is none of text, number, date reads as its text. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly ReadCell[])[]>> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const sheets = new Map<string, ReadCell[][]>()
  for (const worksheet of workbook.worksheets) {
    const rows: ReadCell[][] = []
    for (let r = 1; r <= worksheet.rowCount; r++) {
      const row = worksheet.getRow(r)
      rows.push(Array.from({ length: worksheet.columnCount }, (_, c) => plain(row.getCell(c + 1).value)))
    }
    sheets.set(worksheet.name, rows)
  }
  return sheets
}

function plain(value: unknown): ReadCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
