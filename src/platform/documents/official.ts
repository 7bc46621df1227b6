import { AlignmentType, Document, Footer, ImageRun, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { factTable, type OfficialTable, rowTable, sideBySide } from './official-table.ts'
import { bodyRun, fonts, mm, plainParagraph } from './official-text.ts'

/** One piece of the text, in order; a text that begins with `{#` or `{/` stands alone and shows nothing. */
export type OfficialBlock =
  | { readonly text: string; readonly align?: 'left' | 'center' | 'right'; readonly heading?: boolean }
  | { readonly table: OfficialTable }
  /** Names and what stands beside them, in ruled boxes. */
  | { readonly facts: readonly (readonly [string, string])[] }

export interface OfficialDocument {
  /** Name of the office in red over a red line; null for a form that an applicant fills in. */
  readonly head: string | null
  readonly number: string
  readonly title: string
  /** A line in red at the very top. */
  readonly mark: readonly string[]
  readonly addressee: string | null
  readonly blocks: readonly OfficialBlock[]
  /** Lines at the right end: who signs, with room for the seal, and the day. */
  readonly closing: readonly string[]
  /** A picture at the foot with lines beside it; `describedAs` names it for whoever replaces it. */
  readonly picture: { readonly png: Buffer; readonly describedAs: string; readonly lines: readonly string[] }
}

const red = 'C00000'
/** 二号: a name of twenty signs stands on one line. */
const headSize = 44

/**
 * A document as offices write them (GB/T 9704-2012): A4 with 37 mm head and 28 mm binding edge, the office's name in red, number, title in
 * 小标宋 二号, text in 仿宋 三号 with 28 points a line and two signs of indent, the day at the right under the seal. A machine without these
 * fonts shows its own Song.
 */
export async function writeOfficial(file: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    creator: '',
    title: file.title,
    styles: { default: { document: { run: { ...bodyRun, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(25) },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...file.mark.map((text) => plainParagraph(text, { align: AlignmentType.CENTER, colour: red })),
          ...headOf(file),
          plainParagraph(file.title, {
            align: AlignmentType.CENTER,
            font: fonts.title,
            size: 44,
            line: 640,
            after: 300,
          }),
          ...(file.addressee === null ? [] : [plainParagraph(file.addressee)]),
          ...file.blocks.flatMap((block, i) => blockOf(block, i >= lastOf(file.blocks))),
          ...closingOf(file),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function headOf({ head, number }: OfficialDocument): Paragraph[] {
  if (head === null) return [plainParagraph(number, { align: AlignmentType.RIGHT, size: 24 })]
  return [
    plainParagraph(head, {
      align: AlignmentType.CENTER,
      font: fonts.title,
      size: headSize,
      colour: red,
      line: 760,
      after: 240,
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 480, line: 560, lineRule: 'exact' },
      border: { bottom: { style: 'single', size: 16, color: red, space: 8 } },
      children: [new TextRun({ ...bodyRun, text: number })],
    }),
  ]
}

/** The last piece that always shows: from there on the text stays with who signs, so that no page holds a signature alone. */
function lastOf(blocks: readonly OfficialBlock[]): number {
  const isConditional = (block: OfficialBlock, i: number) =>
    'text' in block &&
    [block, blocks[i - 1]].some((one) => one !== undefined && 'text' in one && /^\{[#/]/.test(one.text))
  return blocks.findLastIndex((block, i) => !isConditional(block, i))
}

function blockOf(block: OfficialBlock, keep: boolean) {
  if ('table' in block) return [rowTable(block.table), plainParagraph('', { size: 10, line: 120, keep })]
  if ('facts' in block) return [factTable(block.facts), plainParagraph('', { size: 10, line: 120, keep })]
  const { text, align, heading = false } = block
  if (align)
    return [plainParagraph(text, { keep, align: AlignmentType[align.toUpperCase() as 'LEFT' | 'CENTER' | 'RIGHT'] })]
  return [plainParagraph(text, { keep, indent: true, ...(heading && { font: fonts.heading }) })]
}

/**
 * The picture at the left, who signs and the day at the right with two empty lines above as the room of the seal, and the lines of the
 * picture beneath: one row, so that all of it stays together, and on the page of the text where there is room for five lines.
 */
function closingOf({ closing, picture: { png, describedAs, lines } }: OfficialDocument) {
  const side = 86
  const altText = { name: describedAs, title: describedAs, description: describedAs }
  const image = new ImageRun({ type: 'png', data: png, transformation: { width: side, height: side }, altText })
  const signed = ['', '', ...closing].map((text) => plainParagraph(text, { align: AlignmentType.CENTER }))
  const small = lines.map((text) => plainParagraph(text, { size: 18, line: 260 }))
  return [sideBySide([new Paragraph({ spacing: { before: 240 }, children: [image] })], [...signed, ...small])]
}

function pageNumber(): Paragraph {
  const children = ['— ', PageNumber.CURRENT, ' —']
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: 28, font: fonts.body })],
  })
}
