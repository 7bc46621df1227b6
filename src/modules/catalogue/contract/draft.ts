import { z } from 'zod'
import { Finding } from '../../matters/contract.ts'
import { ListName } from './lists.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

export const acts = ['set', 'add', 'retire'] as const

/** What differs in one field, in words. */
export const FieldChange = z.object({
  /** Path inside the row: `handling.committed`. */
  field: z.string(),
  label: Bilingual,
  before: Bilingual.nullable(),
  after: Bilingual.nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** One row of the draft that differs from the version in force. */
export const RowChange = z.object({
  list: ListName,
  code: z.string(),
  name: Bilingual,
  act: z.enum(acts),
  fields: z.array(FieldChange),
})
export type RowChange = z.infer<typeof RowChange>

/** The draft (草稿) of the next version: one at a time in an installation. */
export const Draft = z.object({
  id: z.string(),
  version: z.number().int(),
  baseVersionId: z.string(),
  /** Another version was put in force since the draft began: it can be read and exported, and not be published. */
  superseded: z.boolean(),
  openedAt: z.string(),
  openedBy: z.string(),
  zone: z.string(),
  changes: z.array(RowChange),
  /** Who has edited it: with four eyes none of them publishes. */
  editors: z.array(z.string()),
})
export type Draft = z.infer<typeof Draft>

/** One edit as it was made, with its reason. */
export const Edit = z.object({
  ordinal: z.number().int(),
  at: z.string(),
  by: z.string(),
  zone: z.string(),
  list: ListName,
  code: z.string(),
  act: z.enum(acts),
  fields: z.array(z.string()),
  reason: z.string(),
})
export type Edit = z.infer<typeof Edit>

/** A finding of the checks; `fresh`: the version in force does not have it, so a warning asks for a reason. */
export const DraftFinding = Finding.extend({ fresh: z.boolean() })
export type DraftFinding = z.infer<typeof DraftFinding>

export const Publication = z.object({
  versionId: z.string(),
  at: z.string(),
  by: z.string(),
  zone: z.string(),
  reason: z.string(),
  changes: z.number().int(),
  /** Why warnings were overridden; null when there were none that are new. */
  override: z.string().nullable(),
})
export type Publication = z.infer<typeof Publication>

/** Who keeps the catalogue of the installation, and whether an editor may publish. */
export const Desk = z.object({
  /** Code of the zone that keeps it; null until the first zone takes it up. */
  keeper: z.string().nullable(),
  mine: z.boolean(),
  fourEyes: z.boolean(),
  version: z.number().int(),
})
export type Desk = z.infer<typeof Desk>
