import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { fonts } from './official-text.ts'

export interface OfficialTable {
  /** `width` in shares of the page's width. */
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  /** One row of tags that repeats. */
  readonly row: readonly string[]
}

/** Width between the margins of an official page (156 mm), in twentieths of a point. */
const width = 8844
const size = 24

export function rowTable({ columns, row }: OfficialTable): Table {
  const widths = sharesOf(columns.map((column) => column.width))
  return ruled(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columns.map(({ title }, i) => cell(title, widths[i] ?? 0, { centred: true, bold: true })),
    }),
    new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, widths[i] ?? 0, { centred: i === 0 })) }),
  ])
}

export function factTable(facts: readonly (readonly [string, string])[]): Table {
  const widths = sharesOf([3, 9])
  const rows = facts.map(
    ([name, text]) =>
      new TableRow({
        cantSplit: true,
        children: [cell(name, widths[0] ?? 0, { bold: true }), cell(text, widths[1] ?? 0)],
      }),
  )
  return ruled(widths, rows)
}

/** Two cells without rules: a narrow one, and one that takes the rest. */
export function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const narrow = 2000
  const [plain, none] = [
    { style: BorderStyle.NONE, size: 0, color: 'auto' },
    { left: 0, right: 0 },
  ]
  const sides = { top: plain, bottom: plain, left: plain, right: plain }
  const cellOf = (size: number, children: readonly Paragraph[]) =>
    new TableCell({ width: { size, type: WidthType.DXA }, margins: none, borders: sides, children: [...children] })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [narrow, width - narrow],
    borders: { ...sides, insideHorizontal: plain, insideVertical: plain },
    rows: [new TableRow({ cantSplit: true, children: [cellOf(narrow, left), cellOf(width - narrow, right)] })],
  })
}

function ruled(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    rows,
  })
}

function sharesOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => Math.round((share / sum) * width))
}

function cell(
  text: string,
  cellWidth: number,
  look: { readonly centred?: boolean; readonly bold?: boolean } = {},
): TableCell {
  const font = look.bold ? fonts.heading : fonts.body
  return new TableCell({
    width: { size: cellWidth, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 320 },
        children: [new TextRun({ text, font, size })],
      }),
    ],
  })
}
