import { parse } from 'csv-parse/sync'
import { Problem } from '../../kernel/problem.ts'
import { decodeText } from './decode.ts'
import { type ReadCell, readWorkbook } from './read.ts'

/** A table as it stands in a file: line 1 is `rows[0]`. */
export interface Grid {
  /** Of a workbook the name of the sheet, null of a CSV. */
  readonly sheet: string | null
  readonly rows: readonly (readonly ReadCell[])[]
}

/** The tables of a file: xlsx by its content, everything else as CSV in UTF-8 or GBK. */
export async function readGrids(bytes: Uint8Array): Promise<readonly Grid[]> {
  if (isWorkbook(bytes)) return [...(await readWorkbook(bytes))].map(([sheet, rows]) => ({ sheet, rows }))
  return [{ sheet: null, rows: csvRows(decodeText(bytes)) }]
}

export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Tab, semicolon or comma: whichever stands most often in the first line. */
function csvRows(text: string): string[][] {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', '\t', ';'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  if (first.includes('\u0000')) throw unreadable()
  if (!text.includes('"')) return plainRows(text, delimiter)
  try {
    return parse(text, { relaxColumnCount: true, relaxQuotes: true, delimiter })
  } catch {
    throw unreadable()
  }
}

/** Without quotation marks a line is what stands between two ends of lines, of the first kind that is met: what the parser does, in a tenth of its time. */
function plainRows(text: string, delimiter: string): string[][] {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const lines = text.split(end)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.split(delimiter))
}

function unreadable(): Problem {
  return new Problem('invalid_input', 'sheets.no_table', {
    zh: '读不出这个文件：请用模板填写，存为 .xlsx 或 .csv 再传。',
    en: 'This file cannot be read: fill in the template, save it as .xlsx or .csv and send it again.',
  })
}
