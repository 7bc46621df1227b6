import { Workbook } from '@cj-tech-master/excelts'
import { Problem } from '../../kernel/problem.ts'

export type ReadCell = string | number | Date | null

/** Every sheet of a workbook as rows of plain values, by sheet name; a cell that is none of text, number, date reads as its text. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly ReadCell[])[]>> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes).catch(() => {
    throw unreadable()
  })
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

function unreadable(): Problem {
  return new Problem('invalid_input', 'sheets.unreadable', {
    zh: '这不是能读的 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 里另存为 .xlsx 再传。',
    en: 'This is no Excel workbook (.xlsx) that can be read: save it as .xlsx and send it again.',
  })
}

function plain(value: unknown): ReadCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
