import { z } from 'zod'
import { type AnyRecordKind, fieldOf } from './record-kind.ts'

/** So many records at most take part in one bulk act: it is one transaction. */
export const mostBulk = 500

/** For so long a bulk act can be undone. */
export const undoMinutes = 10

/** The records as the caller has read them: one that was changed since fails by itself. */
const rows = z
  .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
  .min(1)
  .max(mostBulk)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)

/** Tried only: everything is done, told and taken back. */
const trial = z.boolean().default(false)

const Failures = z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() }))

export const BulkOutput = z.object({
  /** By which it is undone; null after a trial, and where nothing was done. */
  bulk: z.string().nullable(),
  done: z.number().int(),
  /** Records that were so already. */
  unchanged: z.number().int(),
  /** Row by row, why not. */
  failures: Failures,
  /** ISO 8601; null as `bulk`. */
  undoUntil: z.string().nullable(),
})
export type BulkOutput = z.infer<typeof BulkOutput>

export const UndoOutput = z.object({ done: z.number().int(), failures: Failures })
export type UndoOutput = z.infer<typeof UndoOutput>

export interface BulkRows {
  readonly rows: readonly { readonly id: string; readonly version: number }[]
  readonly trial: boolean
}

export const BulkMoveInput = z.strictObject({ zone: z.string(), rows, trial, archived: z.boolean() })
export const UndoInput = z.strictObject({ zone: z.string(), id: z.uuid() })

/** Fields that one value can be given to in many records: those of the form that say nothing personal. */
export function bulkFields(kind: AnyRecordKind): readonly string[] {
  return Object.keys(kind.fields).filter((name) => {
    const { writable, personal } = fieldOf(kind, name)
    return writable === 'always' && personal === undefined
  })
}

export function bulkSetInput(kind: AnyRecordKind) {
  const shape = bulkFields(kind).map((name) => [name, (fieldOf(kind, name).schema as z.ZodType).optional()] as const)
  const values = z.strictObject(Object.fromEntries(shape)).refine((given) => Object.keys(given).length > 0)
  return z.strictObject({ zone: z.string(), rows, trial, values })
}
