import { type AlignmentType, Paragraph, TextRun } from 'docx'

/** Marks that both scripts have, as quotation marks, are set as Chinese ones. */
const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', hint: 'eastAsia' }

/** GB/T 9704-2012: 小标宋 for names and titles, 仿宋 for text, 黑体 for headings within it. */
export const fonts = {
  title: { ...latin, eastAsia: '方正小标宋简体' },
  body: { ...latin, eastAsia: '仿宋' },
  heading: { ...latin, eastAsia: '黑体' },
} as const

/** 三号, in half points. */
const bodySize = 32
export const bodyRun = { font: fonts.body, size: bodySize } as const

/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number): number => Math.round(millimetres * 56.693)

interface Look {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly font?: (typeof fonts)[keyof typeof fonts]
  readonly size?: number
  readonly colour?: string
  /** Exact, twentieths of a point. */
  readonly line?: number
  readonly after?: number
  /** Two signs of the first line. */
  readonly indent?: boolean
  /** Stays on the page of what follows. */
  readonly keep?: boolean
}

export function plainParagraph(text: string, look: Look = {}): Paragraph {
  const {
    align,
    font = fonts.body,
    size = bodySize,
    colour,
    line = 560,
    after = 0,
    indent = false,
    keep = false,
  } = look
  return new Paragraph({
    ...(align && { alignment: align }),
    spacing: { line, lineRule: 'exact', after },
    ...(keep && { keepNext: true, keepLines: true }),
    ...(indent && { indent: { firstLineChars: 200, firstLine: size * 20 } }),
    children: [new TextRun({ text, font, size, ...(colour !== undefined && { color: colour }) })],
  })
}
