import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'

interface TableInput {
  readonly columns: readonly { readonly title: string; readonly width: number; readonly end?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Printable width of an A4 page with 18 mm margins, in twentieths of a point. */
const pageWidth = 9865
const textSize = 17

/** A ruled table over the page's width: header repeated on every page, rows never torn. */
export function tableOf({ columns, rows }: TableInput): Table {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  const widths = columns.map((column) => Math.round((column.width / sum) * pageWidth))
  const cell = (text: string, i: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      ...(bold && { shading: { fill: 'E3EBF4' } }),
      children: [
        new Paragraph({
          alignment: columns[i]?.end ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { line: 250 },
          children: [new TextRun({ text, size: textSize, bold })],
        }),
      ],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, i) => cell(column.title, i, true)),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) })),
    ],
  })
}
