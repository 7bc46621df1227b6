import type { Workbook, Cell as WorkbookCell, Worksheet } from '@cj-tech-master/excelts'
import { defuse } from './defuse.ts'
import { excel } from './excel.ts'

/** `YYYY-MM-DD` becomes a real date, `yuan` (a decimal string) a number with two places, null an empty cell. */
export type SheetCell = string | number | null | { readonly day: string } | { readonly yuan: string }

export interface SheetHead {
  readonly title: string
  readonly width: number
  /** The cells below offer these: and take nothing else unless `strict` is false. */
  readonly choices?: readonly string[]
  readonly strict?: boolean
  /** Cells are texts, filled in or not: a spreadsheet makes no number of a code. */
  readonly asText?: boolean
  readonly hidden?: boolean
  /** Shown when the pointer rests on the title. */
  readonly hint?: string
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetHead[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** So many lines are put in behind the rows later, by other hands: filter and choices reach over them. */
  readonly more?: number
  /** Below the rows, one line each. */
  readonly notes: readonly string[]
}

export interface SheetFile {
  readonly title: string
  readonly author: string
  readonly createdAt: Date
  readonly sheets: readonly Sheet[]
}

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E5F2' } } as const
const thin = { style: 'thin', color: { argb: 'FFB5BCC6' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }

/** Writes an Excel workbook: frozen bold header repeated on paper, A4 landscape one page wide, filter, wrapped texts. */
export async function writeWorkbook(file: SheetFile): Promise<Uint8Array> {
  const { encodeCol, Workbook } = await excel()
  const workbook = new Workbook()
  workbook.title = file.title
  workbook.creator = file.author
  workbook.created = file.createdAt
  workbook.modified = file.createdAt
  const lists = new ChoiceLists(workbook, encodeCol)
  for (const sheet of file.sheets) addSheet(workbook, sheet, { title: file.title, lists })
  lists.write()
  return workbook.xlsx.writeBuffer()
}

function addSheet(
  workbook: Workbook,
  sheet: Sheet,
  { title, lists }: { readonly title: string; readonly lists: ChoiceLists },
): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${escapeField(title)}&R${escapeField(sheet.name)}`, oddFooter: '&C&P / &N' },
  })
  for (const [i, { width, asText = false, hidden = false }] of sheet.columns.entries()) {
    const column = worksheet.getColumn(i + 1)
    column.width = width
    if (hidden) column.hidden = true
    if (asText) column.numFmt = '@'
  }
  const head = worksheet.addRow(sheet.columns.map((column) => defuse(column.title)))
  head.height = 22
  head.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = headFill
    cell.border = border
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  const lines = sheet.rows.length + (sheet.more ?? 0)
  const framed = lines <= mostFramed
  for (const row of sheet.rows) addRow(worksheet, row, framed)
  for (const [i, column] of sheet.columns.entries()) addHelp(worksheet, i + 1, { column, lists, rows: lines })
  if (lines > 0) {
    worksheet.autoFilter = {
      from: { row: 1, col: 1 },
      to: { row: lines + 1, col: sheet.columns.length },
    }
  }
  for (const note of sheet.notes) worksheet.addRow([defuse(note)])
}

/** Longer sheets are read on a screen, where lines and wrapped texts cost more than they show. */
const mostFramed = 1_000
const alignment = { vertical: 'top', wrapText: true } as const

function addRow(worksheet: Worksheet, cells: readonly SheetCell[], framed: boolean): void {
  const row = worksheet.addRow([])
  for (const [i, value] of cells.entries()) {
    if (value === null && !framed) continue
    const cell = row.getCell(i + 1)
    setValue(cell, value)
    if (!framed) continue
    cell.border = border
    cell.alignment = alignment
  }
}

/** So many lines below the last one offer their choices too. */
const spareRows = 500

/** The hint at the title, and the list of choices in every cell of the column. */
function addHelp(
  worksheet: Worksheet,
  number: number,
  { column, lists, rows }: { readonly column: SheetHead; readonly lists: ChoiceLists; readonly rows: number },
): void {
  if (column.hint !== undefined) worksheet.getCell(1, number).note = column.hint
  if (column.choices === undefined) return
  const letter = worksheet.getColumn(number).letter
  worksheet.dataValidations.add(`${letter}2:${letter}${rows + 1 + spareRows}`, {
    type: 'list',
    allowBlank: true,
    formulae: [lists.formulaOf(column.choices)],
    showErrorMessage: column.strict ?? true,
  })
}

/** So many characters fit into a list that stands in the cell's own rule. */
const mostCharacters = 250

/** Long lists of choices stand in a hidden sheet of their own, one a column. */
class ChoiceLists {
  readonly #workbook: Workbook
  readonly #letterOf: (column: number) => string
  readonly #lists: (readonly string[])[] = []

  /** `letterOf` takes a column counted from 0. */
  constructor(workbook: Workbook, letterOf: (column: number) => string) {
    this.#workbook = workbook
    this.#letterOf = letterOf
  }

  formulaOf(choices: readonly string[]): string {
    const plain = choices.join(',')
    if (plain.length <= mostCharacters && !choices.some((choice) => /[,"]/.test(choice))) return `"${plain}"`
    const letter = this.#letterOf(this.#lists.push(choices) - 1)
    return `${listSheet}!$${letter}$1:$${letter}$${choices.length}`
  }

  write(): void {
    if (this.#lists.length === 0) return
    const worksheet = this.#workbook.addWorksheet(listSheet, { state: 'veryHidden' })
    for (const [i, list] of this.#lists.entries()) {
      for (const [row, choice] of list.entries()) worksheet.getCell(row + 1, i + 1).value = choice
    }
  }
}

const listSheet = 'choices'

function setValue(cell: WorkbookCell, value: SheetCell): void {
  if (value === null) return
  if (typeof value === 'string') cell.value = defuse(value)
  else if (typeof value === 'number') cell.value = value
  else if ('day' in value) {
    cell.value = new Date(`${value.day}T00:00:00Z`)
    cell.numFmt = 'yyyy-mm-dd'
  } else {
    cell.value = Number(value.yuan)
    cell.numFmt = '#,##0.00'
  }
}

/** `&` starts a field in headers and footers. */
const escapeField = (text: string): string => text.replaceAll('&', '&&')
