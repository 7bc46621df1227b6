import { z } from 'zod'

const Text = z.object({ zh: z.string(), en: z.string() })

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `gathering` goes on by itself. `done`: the file waits; `cleared`: its time is over, the file is gone and that it was made stays. */
export const exportStates = ['gathering', 'done', 'cleared', 'cancelled', 'failed'] as const
export type ExportState = (typeof exportStates)[number]

/** For so many days a file that was made in the background waits for the one who asked for it. */
export const daysExportKept = 7

/** A list on its way out as a file, made in the background. */
export const ExportView = z.object({
  id: z.string(),
  /** Name and path of the record kind. */
  kind: z.string(),
  path: z.string(),
  fileName: z.string(),
  format: z.enum(exportFormats),
  state: z.enum(exportStates),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  /** Of the file; null before it is made. */
  bytes: z.number().int().nullable(),
  problem: Text.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Until when the file can be taken home. */
  keptUntil: z.string().nullable(),
})
export type ExportView = z.infer<typeof ExportView>
