import type { Label } from '../../../../kernel/label.ts'
import { letterOf, type Raw, readCell, setAt } from './cells.ts'
import { columnsOf, type SheetColumn, type SheetName, sheetNames, sheetTitles } from './columns.ts'

/** What is wrong in one cell. */
export interface SheetError {
  readonly sheet: string
  readonly cell: string
  readonly text: Label
}

/** Cells by sheet name, as a workbook is read. */
export type WorkbookSheets = ReadonlyMap<string, readonly (readonly unknown[])[]>

export interface ReadRow {
  /** As Excel counts it. */
  readonly number: number
  readonly raw: Raw
  /** For each declared column: where the sheet has it, from 0. */
  readonly columns: readonly number[]
  /** A cell of it could not be read: told already. */
  readonly broken: boolean
}

interface Read {
  readonly rows: ReadonlyMap<SheetName, readonly ReadRow[]>
  readonly errors: readonly SheetError[]
}

/** Every sheet with its columns found by their titles, whatever their order; blank rows are passed over. */
export function readSheets(sheets: WorkbookSheets): Read {
  const errors: SheetError[] = []
  const rows = new Map<SheetName, readonly ReadRow[]>()
  for (const name of sheetNames) {
    const title = sheetTitles[name]
    const cells = sheets.get(title)
    if (!cells) errors.push(noSheet(title, [...sheets.keys()]))
    else rows.set(name, readRows(name, cells, errors))
  }
  return { rows, errors }
}

function readRows(name: SheetName, cells: readonly (readonly unknown[])[], errors: SheetError[]): ReadRow[] {
  const [head = [], ...body] = cells
  const titles = head.map((cell) => String(cell ?? '').trim())
  const columns = columnsOf[name].map(({ title }) => titles.indexOf(title))
  const missing = columnsOf[name].filter((_, i) => (columns[i] ?? -1) < 0)
  for (const { title } of missing) {
    errors.push({
      sheet: sheetTitles[name],
      cell: 'A1',
      text: { zh: `第一行缺少“${title}”一列`, en: `the first row has no column "${title}"` },
    })
  }
  if (missing.length > 0) return []
  return body.flatMap((row, i) => {
    if (row.every((cell) => cell === null || cell === undefined || cell === '')) return []
    return [readRow({ name, row, number: i + 2, columns }, errors)]
  })
}

interface Given {
  readonly name: SheetName
  readonly row: readonly unknown[]
  readonly number: number
  readonly columns: readonly number[]
}

function readRow({ name, row, number, columns }: Given, errors: SheetError[]): ReadRow {
  const raw: Raw = {}
  let broken = false
  columnsOf[name].forEach((column, i) => {
    const at = columns[i] ?? -1
    const value = readCell(column, undefuse(row[at]))
    if (value instanceof Error) {
      broken = true
      errors.push(badCell({ sheet: sheetTitles[name], cell: `${letterOf(at)}${number}` }, column, value))
    } else if (value !== undefined) setAt(raw, column.path, value)
  })
  return { number, raw, columns, broken }
}

/** The apostrophe that keeps a text from being taken for a formula is no part of it. */
function undefuse(cell: unknown): unknown {
  return typeof cell === 'string' && /^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell
}

function badCell(place: { sheet: string; cell: string }, { title }: SheetColumn, wanted: Error): SheetError {
  return {
    ...place,
    text: { zh: `“${title}”应为：${wanted.message}`, en: `"${title}" must be one of: ${wanted.message}` },
  }
}

function noSheet(title: string, there: readonly string[]): SheetError {
  return {
    sheet: title,
    cell: 'A1',
    text: {
      zh: `没有名为“${title}”的工作表；这份文件里有：${there.join('、')}。请用导出的文件修改，不要改表名。`,
      en: `There is no sheet "${title}"; the file has: ${there.join(', ')}. Edit an exported file and keep its sheet names.`,
    },
  }
}
