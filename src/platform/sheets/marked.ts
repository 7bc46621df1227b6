import type { Cell as WorkbookCell, Worksheet } from '@cj-tech-master/excelts'
import type { Label, Language } from '../../kernel/label.ts'
import type { ComparedRow } from './compared.ts'
import { defuse, unfused } from './defuse.ts'
import { excel } from './excel.ts'
import { isWorkbook, readGrids } from './grid.ts'
import type { Head } from './head.ts'
import type { ReadCell } from './read.ts'
import { faultTitle, idTitle, isTitle, plainTitle, versionTitle } from './titles.ts'

const red = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF8C7C4' } } as const
const none = { type: 'pattern', pattern: 'none' } as const
const words = {
  in: { zh: '已导入', en: 'Imported' },
  doubt: { zh: '提醒', en: 'Doubt' },
} as const

type Labels = Readonly<Record<string, Label>>

export interface Marking {
  /** Of the kind's fields. */
  readonly labels: Labels
  readonly head: Head
  readonly rows: readonly ComparedRow[]
  readonly lang: Language
}

/**
 * The sender's own workbook with its faults marked: red cells with comments, and a column that says what is wrong; other cells stay as they
 * are. Rows that are in carry their record's id from now on and are folded away, so that the corrected file can be sent as it is.
 */
export async function markedWorkbook(content: Uint8Array, marking: Marking): Promise<Uint8Array> {
  const { workbook, worksheet } = await openOwn(content, marking.head)
  const places = placesOf(worksheet, marking)
  for (const row of marking.rows) markRow(worksheet, row, { ...marking, places })
  return workbook.xlsx.writeBuffer()
}

async function openOwn(content: Uint8Array, head: Head) {
  const { Workbook } = await excel()
  const workbook = new Workbook()
  if (isWorkbook(content)) {
    await workbook.xlsx.load(content)
    const worksheet = workbook.worksheets.find(({ name }) => name === head.sheet) ?? workbook.worksheets[0]
    if (worksheet) return { workbook, worksheet }
  }
  // A CSV has neither colours nor comments: its lines come back in a workbook, all as texts.
  const [grid] = await readGrids(content)
  const worksheet = workbook.addWorksheet('1')
  for (const line of grid?.rows ?? []) worksheet.addRow(line.map(deadCell))
  for (let i = 1; i <= worksheet.columnCount; i++) Object.assign(worksheet.getColumn(i), { numFmt: '@', width: 18 })
  return { workbook, worksheet }
}

/** As it was sent, but no formula: whoever saves the workbook as CSV would wake it. */
function deadCell(cell: ReadCell): ReadCell {
  if (typeof cell !== 'string') return cell
  return cell === '' ? null : defuse(unfused(cell))
}

interface Places {
  readonly fields: ReadonlyMap<string, number>
  readonly fault: number
  readonly id: number
  readonly version: number
}

/** Columns of the sheet, counted from 1; those that are missing are added at the right. */
function placesOf(worksheet: Worksheet, { head, lang }: Marking): Places {
  const titles = worksheet.getRow(head.line)
  let last = worksheet.columnCount
  const add = (title: string, { hidden = false, width = 12 } = {}): number => {
    last++
    titles.getCell(last).value = title
    titles.getCell(last).font = { bold: true }
    const column = worksheet.getColumn(last)
    column.width = width
    column.hidden = hidden
    return last
  }
  const found = Array.from({ length: last }, (_, i) => i + 1).find((number) =>
    isTitle(faultTitle, plainTitle(titles.getCell(number).text)),
  )
  const id = head.id === null ? add(idTitle[lang], { hidden: true, width: 38 }) : head.id + 1
  const version = head.version === null ? add(versionTitle[lang], { hidden: true }) : head.version + 1
  const fault = found ?? add(faultTitle[lang], { width: 50 })
  return { fields: new Map(head.columns.map(({ field, at }) => [field, at + 1])), fault, id, version }
}

interface Marks extends Marking {
  readonly places: Places
}

function markRow(worksheet: Worksheet, row: ComparedRow, { labels, lang, places }: Marks): void {
  const line = worksheet.getRow(row.number)
  const wrong = Map.groupBy(row.issues, ({ field }) => (field === null ? undefined : places.fields.get(field)))
  for (const place of places.fields.values()) {
    const cell = line.getCell(place)
    const said = wrong.get(place)
    if (said) mark(cell, said.map((issue) => issue[lang]).join('\n'))
    else if (isMarked(cell)) unmark(cell)
  }
  const fault = line.getCell(places.fault)
  fault.value = faultOf(labels, row, lang)
  fault.alignment = { wrapText: true, vertical: 'top' }
  if (row.state === 'created' || row.state === 'updated') {
    line.getCell(places.id).value = row.id
    line.getCell(places.version).value = row.version
    line.hidden = true
  }
}

function faultOf(labels: Labels, { state, issues, warnings }: ComparedRow, lang: Language): string | null {
  const said = issues.map((issue) => named(labels, issue.field, issue[lang], lang))
  const doubts = warnings.map((doubt) => `${words.doubt[lang]}: ${named(labels, doubt.field, doubt[lang], lang)}`)
  const all = state === 'created' || state === 'updated' ? [words.in[lang], ...doubts] : [...said, ...doubts]
  return all.length === 0 ? null : defuse(all.join('\n'))
}

function named(labels: Labels, field: string | null, text: string, lang: Language): string {
  const label = field === null ? undefined : labels[field]
  return label === undefined ? text : `${label[lang]}${lang === 'zh' ? '：' : ': '}${text}`
}

function mark(cell: WorkbookCell, note: string): void {
  cell.fill = red
  cell.note = note
}

/** What an earlier round has marked and somebody has corrected. */
function isMarked({ fill }: WorkbookCell): boolean {
  return fill?.type === 'pattern' && fill.fgColor?.argb === red.fgColor.argb
}

function unmark(cell: WorkbookCell): void {
  cell.fill = none
  Object.assign(cell, { comment: undefined })
}
