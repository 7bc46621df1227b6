import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import type { ExportInput } from '../../../kernel/sheet-endpoints.ts'
import { heads } from '../export-lines.ts'
import { type SheetCell, writeWorkbook } from '../workbook.ts'
import { attribute } from '../xlsx/xml.ts'
import { type Entry, entriesOf, wholeText } from '../xlsx/zip.ts'
import { type CellSort, type ColumnStyles, cellSorts } from './rows-xml.ts'

/** A workbook without its lines: what stands before and behind them in the sheet, and everything beside the sheet. */
export interface Skeleton {
  readonly before: string
  readonly behind: string
  readonly styles: ColumnStyles
  readonly beside: readonly Entry[]
}

export const sheetPath = 'xl/worksheets/sheet1.xml'
/** Fewer lines would be framed, which is settled before anybody knows how many there will be. */
const fewestLines = 1_001

const samples: Readonly<Record<CellSort, SheetCell>> = {
  text: 'x',
  day: { day: '2026-03-02' },
  yuan: { yuan: '1.00' },
  number: 1,
}

interface Wanted {
  readonly kind: AnyRecordKind
  readonly input: ExportInput
  readonly lines: number
  readonly now: Date
}

/**
 * The workbook of a smaller export, written with one line of each sort of cell, which is then taken out: so head, widths, choices and formats
 * are the same, and lines can be put in piece by piece without the whole ever being in memory.
 */
export async function skeletonOf({ kind, input, lines, now }: Wanted): Promise<Skeleton> {
  const columns = heads(kind, input)
  const title = kind.labels.many[input.lang]
  const rows = cellSorts.map((sort) => columns.map(() => samples[sort]))
  const more = Math.max(lines, fewestLines) - rows.length
  const bytes = await writeWorkbook({
    ...{ title, author: '落地 Luodi', createdAt: now },
    sheets: [{ name: title.slice(0, 31), columns, rows, more, notes: [] }],
  })
  const entries = entriesOf(bytes) ?? []
  const sheet = await wholeText(entries.find(({ name }) => name === sheetPath))
  const [first, end] = [sheet.indexOf('<row r="2"'), sheet.indexOf('</sheetData>')]
  return {
    before: sheet.slice(0, first).replace(/<dimension [^>]*\/>/, ''),
    behind: sheet.slice(end),
    styles: stylesOf(sheet.slice(first, end), columns.length),
    beside: entries.filter(({ name }) => name !== sheetPath),
  }
}

function stylesOf(rows: string, columns: number): ColumnStyles {
  const all = [...rows.matchAll(/<c [^>]*/g)].map(([head]) => attribute(head, ' s="') ?? '0')
  return Array.from({ length: columns }, (_, column) => {
    const of = (sort: CellSort) => all[cellSorts.indexOf(sort) * columns + column] ?? '0'
    return { text: of('text'), day: of('day'), yuan: of('yuan'), number: of('number') }
  })
}
