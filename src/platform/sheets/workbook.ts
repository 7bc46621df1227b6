import { Workbook, type Cell as WorkbookCell, type Worksheet } from '@cj-tech-master/excelts'
import { defuse } from './defuse.ts'

/** `YYYY-MM-DD` becomes a real date, `yuan` (a decimal string) a number with two places, null an empty cell. */
export type SheetCell = string | number | null | { readonly day: string } | { readonly yuan: string }

export interface SheetHead {
  readonly title: string
  readonly width: number
  /** The cells below offer these and nothing else; together at most 250 characters. */
  readonly choices?: readonly string[]
  /** Shown when the pointer rests on the title. */
  readonly hint?: string
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetHead[]
  readonly rows: readonly (readonly SheetCell[])[]
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
  const workbook = new Workbook()
  workbook.title = file.title
  workbook.creator = file.author
  workbook.created = file.createdAt
  workbook.modified = file.createdAt
  for (const sheet of file.sheets) addSheet(workbook, sheet, file.title)
  return workbook.xlsx.writeBuffer()
}

function addSheet(workbook: Workbook, sheet: Sheet, title: string): void {
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
  for (const [i, column] of sheet.columns.entries()) worksheet.getColumn(i + 1).width = column.width
  const head = worksheet.addRow(sheet.columns.map((column) => defuse(column.title)))
  head.height = 22
  head.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = headFill
    cell.border = border
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  for (const row of sheet.rows) addRow(worksheet, row)
  for (const [i, column] of sheet.columns.entries()) addHelp(worksheet, i + 1, { column, rows: sheet.rows.length })
  if (sheet.rows.length > 0) {
    worksheet.autoFilter = {
      from: { row: 1, col: 1 },
      to: { row: sheet.rows.length + 1, col: sheet.columns.length },
    }
  }
  for (const note of sheet.notes) worksheet.addRow([defuse(note)])
}

function addRow(worksheet: Worksheet, cells: readonly SheetCell[]): void {
  const row = worksheet.addRow([])
  for (const [i, value] of cells.entries()) {
    const cell = row.getCell(i + 1)
    setValue(cell, value)
    cell.border = border
    cell.alignment = { vertical: 'top', wrapText: true }
  }
}

const spareRows = 200

/** The hint at the title, and the list of choices in every cell of the column and in some more below. */
function addHelp(
  worksheet: Worksheet,
  number: number,
  { column, rows }: { readonly column: SheetHead; readonly rows: number },
): void {
  if (column.hint !== undefined) worksheet.getCell(1, number).note = column.hint
  if (column.choices === undefined) return
  for (let row = 2; row <= rows + 1 + spareRows; row++) {
    worksheet.getCell(row, number).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${column.choices.join(',')}"`],
    }
  }
}

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
