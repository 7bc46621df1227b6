import { z } from 'zod'

const Text = z.object({ zh: z.string(), en: z.string() })

/**
 * `compared`: what it would change is known, nothing is changed. `reading` and `comparing` lead there, `writing` leads from there to `done`;
 * these three go on by themselves. `cancelled`: what was written before stays, nothing more comes.
 */
export const importStates = ['reading', 'comparing', 'compared', 'writing', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** `skipped`: empty, or the template's example. `created` and `updated` are in; `refused` was good when compared and is not any more. */
export const rowStates = ['new', 'changed', 'same', 'bad', 'created', 'updated', 'refused'] as const
export type RowState = (typeof rowStates)[number]

const count = z.number().int()

/** A file that is being taken in, and what came of it. */
export const ImportView = z.object({
  id: z.string(),
  /** Name and path of the record kind. */
  kind: z.string(),
  path: z.string(),
  fileName: z.string(),
  state: z.enum(importStates),
  /** Rows of the present stage that are done, and all rows. */
  progress: z.object({ done: count, total: count }),
  counts: z.object({
    new: count,
    changed: count,
    same: count,
    bad: count,
    created: count,
    updated: count,
    refused: count,
    skipped: count,
  }),
  /** Titles of columns that are no field of the kind. */
  ignored: z.array(z.string()),
  /** The very same file has been taken in before: this is what came of it then. */
  again: z.boolean(),
  problem: Text.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ImportView = z.infer<typeof ImportView>

export const RowIssue = z.object({ field: z.string().nullable(), zh: z.string(), en: z.string() })
export type RowIssue = z.infer<typeof RowIssue>

/** One row of the file beside the record that it belongs to. Personal values of the record are masked. */
export const ImportRow = z.object({
  /** As the spreadsheet counts: the first line is 1. */
  number: count,
  state: z.enum(rowStates),
  id: z.string().nullable(),
  title: z.string(),
  /** Only cells that differ; of a new row those with a value. Texts as people read them, by language. */
  cells: z.array(z.object({ field: z.string(), before: Text.nullable(), after: Text.nullable() })),
  issues: z.array(RowIssue),
  warnings: z.array(RowIssue),
  /** Sound in itself but asked about: it can be taken all the same, with a word. */
  ask: z.boolean(),
})
export type ImportRow = z.infer<typeof ImportRow>
