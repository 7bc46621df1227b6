import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { WritKind, WritState } from './kinds.ts'

const requestsPerMinute = 30

/** What anybody learns by a code; nothing for one that does not exist, in the same shape. */
export const Verification = z.object({
  found: z.boolean(),
  zone: z.object({ zh: z.string(), en: z.string() }).nullable(),
  kind: WritKind.nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  /** Shortened, so that the code tells nobody who the applicant is. */
  applicant: z.string().nullable(),
  matter: z.string().nullable(),
  madeOn: z.string().nullable(),
  state: WritState.nullable(),
  endedOn: z.string().nullable(),
  replacedBy: z.string().nullable(),
  sample: z.boolean(),
  files: z.array(z.object({ format: z.enum(['docx', 'pdf']), sha256: z.string() })),
})
export type Verification = z.infer<typeof Verification>

export const verifyWrit = endpoint({
  name: 'writs.verifyWrit',
  method: 'GET',
  path: '/api/verify/:code',
  permission: 'public',
  effect: 'read',
  perMinute: requestsPerMinute,
  summary: { zh: '核验文书', en: 'Verify a writ by its code' },
  input: z.object({ code: z.string().max(80) }),
  output: Verification,
})
