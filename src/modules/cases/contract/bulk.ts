import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import type { Verb } from './step-table.ts'

/** Steps that may be taken on many cases at once; each case is judged for itself by the same rule as alone. */
export const bulkVerbs = ['receive', 'accept', 'transfer', 'remind'] as const satisfies readonly Verb[]
export type BulkVerb = (typeof bulkVerbs)[number]

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** What becomes, or would become, of one case: null: it is possible or done; else why not, in one sentence. */
export const BulkRow = z.object({
  id: z.string(),
  name: Bilingual,
  project: z.string(),
  refusal: Bilingual.nullable(),
  /** The version afterwards; the present one where it was refused or only tried. */
  version: z.number().int(),
})
export type BulkRow = z.infer<typeof BulkRow>

const chosen = z.object({ id: z.uuid(), version: z.number().int() })

export const actOnMany = endpoint({
  name: 'cases.actOnMany',
  method: 'POST',
  path: '/api/zones/:zone/case-batches',
  permission: 'cases.bulk',
  effect: 'write',
  summary: { zh: '批量办理：先试算，再办理', en: 'One step on many cases: tried first, then done' },
  input: z.object({
    zone: z.string(),
    verb: z.enum(bulkVerbs),
    cases: z.array(chosen).min(1).max(100),
    /** Only say of each case what would become of it. */
    dryRun: z.boolean(),
    reason: z.string().trim().min(1).max(2000).nullable().default(null),
    person: z.uuid().nullable().default(null),
    department: z.uuid().nullable().default(null),
  }),
  output: z.object({
    /** By which it can be undone; null when nothing was done. */
    batch: z.string().nullable(),
    rows: z.array(BulkRow),
    /** Until when it can be undone, where nothing has left the house; null when nothing was done. */
    undoUntil: z.string().nullable(),
  }),
})

export const undoMany = endpoint({
  name: 'cases.undoMany',
  method: 'POST',
  path: '/api/zones/:zone/case-batches/:id/undo',
  permission: 'cases.bulk',
  effect: 'write',
  summary: { zh: '撤销批量办理', en: 'Undo a step on many cases' },
  input: z.object({ zone: z.string(), id: z.uuid() }),
  output: z.object({ rows: z.array(BulkRow) }),
})
