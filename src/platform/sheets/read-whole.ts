import { Workbook } from '@cj-tech-master/excelts'
import { Problem } from '../../kernel/problem.ts'
import type { ReadCell, Sheets } from './read.ts'
import { mostCells, tooLarge } from './too-large.ts'

/** Every sheet by way of a whole workbook in memory. In a thread only: a file of a few lines can keep the library busy for ever. */
export async function readWhole(bytes: Uint8Array): Promise<Sheets> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes).catch(() => {
    throw unreadable()
  })
  const sheets = new Map<string, ReadCell[][]>()
  for (const worksheet of workbook.worksheets) {
    // Both are counted anew at every asking.
    const { rowCount, columnCount } = worksheet
    if (rowCount * columnCount > mostCells) throw tooLarge()
    const rows: ReadCell[][] = []
    for (let r = 1; r <= rowCount; r++) {
      const row = worksheet.findRow(r)
      rows.push(Array.from({ length: columnCount }, (_, c) => plain(row?.findCell(c + 1)?.value)))
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

/** Formulas read as their result, formatted and linked texts as their text, faults as what the cell shows. */
function plain(value: unknown): ReadCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('')
  if ('text' in value) return plain(value.text)
  if ('formula' in value || 'sharedFormula' in value) return plain('result' in value ? value.result : null)
  return 'error' in value ? String(value.error) : JSON.stringify(value)
}
