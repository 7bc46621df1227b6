import { z } from 'zod'
import { WritKind, WritState } from './kinds.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** A file of a writ as it was handed out: never made anew. */
const WritFile = z.object({ format: z.enum(['docx', 'pdf']), sha256: z.string(), size: z.number().int() })

/** A writ (文书) as it is listed. */
export const Writ = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: WritKind,
  title: Bilingual,
  number: z.string(),
  issuer: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  enterpriseId: z.string(),
  applicant: z.string(),
  caseId: z.string().nullable(),
  commitmentId: z.string().nullable(),
  bundleId: z.string().nullable(),
  matter: z.string().nullable(),
  /** The legal day on which it was made. */
  madeOn: z.string(),
  madeBy: z.string(),
  state: WritState,
  /** Why it is void or was replaced. */
  reason: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Numbers of the writ that it took the place of, and of the one that took its place. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  /** For public verification: `zone.CODE`. */
  code: z.string(),
  files: z.array(WritFile),
  /** What the caller may do with it now. */
  steps: z.array(z.enum(['void', 'reissue'])),
  sample: z.boolean(),
})
export type Writ = z.infer<typeof Writ>
