import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { tableOf } from './table.ts'

export interface DocumentTable {
  readonly title: string
  /** `width` in any unit: shares of the page's width. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly end?: boolean }[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  /** Said instead of an empty table. */
  readonly empty: string
}

export interface DocumentFile {
  readonly title: string
  readonly author: string
  readonly createdAt: Date
  readonly language: 'zh' | 'en'
  /** Lines under the title. */
  readonly lead: readonly string[]
  /** Lines that must be seen first: what the document cannot vouch for. */
  readonly cautions: readonly string[]
  readonly tables: readonly DocumentTable[]
  readonly header: string
  /** Under the page number, see `paperFoot`. */
  readonly foot: string | null
}

/** Song for text and Hei for titles, as offices are used to; Latin letters in Times and Arial. A4 upright, 20 mm margins. */
const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun', cs: 'Times New Roman' }
const titleFont = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei', cs: 'Arial' }
const mm = (millimetres: number): number => Math.round(millimetres * 56.693)

export async function writeDocument(file: DocumentFile): Promise<Uint8Array> {
  const heading = (size: number) => ({ run: { font: titleFont, size, bold: true, color: '000000' } })
  const document = new Document({
    title: file.title,
    creator: file.author,
    styles: {
      default: {
        document: {
          run: { font: bodyFont, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 300 } },
        },
        title: heading(36),
        heading1: { ...heading(26), paragraph: { spacing: { before: 280, after: 120 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.PORTRAIT },
            margin: { top: mm(22), bottom: mm(20), left: mm(18), right: mm(18), header: mm(11), footer: mm(10) },
          },
        },
        headers: { default: new Header({ children: [small(file.header, AlignmentType.RIGHT)] }) },
        footers: { default: new Footer({ children: [pageNumbers(), ...footOf(file)] }) },
        children: bodyOf(file),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function bodyOf(file: DocumentFile) {
  return [
    new Paragraph({ text: file.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    ...file.lead.map((text) => new Paragraph({ text, alignment: AlignmentType.CENTER })),
    ...file.cautions.map(
      (text) => new Paragraph({ children: [new TextRun({ text: `※ ${text}`, bold: true })], spacing: { before: 80 } }),
    ),
    ...file.tables.flatMap((table) => [
      new Paragraph({ text: table.title, heading: HeadingLevel.HEADING_1 }),
      ...(table.rows.length > 0 ? [tableOf(table)] : [new Paragraph({ text: table.empty })]),
      ...table.notes.map((text) => new Paragraph({ text, spacing: { before: 80 } })),
    ]),
  ]
}

function small(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, size: 17 })] })
}

function footOf({ foot }: DocumentFile): Paragraph[] {
  return foot === null ? [] : [new Paragraph({ children: [new TextRun({ text: foot, size: 13 })] })]
}

function pageNumbers(): Paragraph {
  const children = ['— ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —']
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, size: 17 })] })
}
