import { z } from 'zod'

/** Style properties as React and CSS name them (`textAlign: center`); only those that the program itself has made from a document. */
const Style = z.record(z.string(), z.string())
export type Style = z.infer<typeof Style>

const Run = z.object({
  text: z.string(),
  style: Style,
  /** A picture instead of a text: PNG or JPEG as a data address. */
  picture: z.string().nullable(),
})
export type Run = z.infer<typeof Run>

const Paragraph = z.object({ kind: z.literal('paragraph'), style: Style, runs: z.array(Run) })
export type Paragraph = z.infer<typeof Paragraph>

const Table = z.object({
  kind: z.literal('table'),
  /** Percent of the width. */
  widths: z.array(z.number()),
  rows: z.array(z.array(z.object({ span: z.number().int(), style: Style, paragraphs: z.array(Paragraph) }))),
})
export type Table = z.infer<typeof Table>

/** A Word document as pages show and print it: the same blocks become the preview and the PDF. */
export const DocumentView = z.object({
  /** Millimetres. */
  page: z.object({
    width: z.number(),
    height: z.number(),
    top: z.number(),
    right: z.number(),
    bottom: z.number(),
    left: z.number(),
  }),
  /** Page numbers at the foot. */
  numbered: z.boolean(),
  /** The journal's checkpoint at the foot of every page, when the document carries one. */
  foot: z.string().nullable(),
  blocks: z.array(z.union([Paragraph, Table])),
})
export type DocumentView = z.infer<typeof DocumentView>

/** A tag of a template; one that repeats holds the tags within it. */
export interface TagUse {
  readonly name: string
  readonly within: readonly TagUse[] | null
}

/** A place where the tags of a template do not fit together. */
export interface TemplateFault {
  /** `unclosed_loop`, `unopened_loop`, … as the library names them. */
  readonly reason: string
  readonly tag: string
}
