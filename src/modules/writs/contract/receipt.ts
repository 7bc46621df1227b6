import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

/** What the journal holds of a case: each step with the digest of its event, so that a later change would show. */
export const CaseReceipt = z.object({
  case: z.string(),
  matter: z.string(),
  project: z.string(),
  /** When it was drawn up. */
  at: z.string(),
  algorithm: z.literal('SHA-256'),
  events: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      happenedAt: z.string(),
      action: z.string(),
      label: z.object({ zh: z.string(), en: z.string() }),
      digest: z.string(),
    }),
  ),
})
export type CaseReceipt = z.infer<typeof CaseReceipt>

export const getCaseReceipt = endpoint({
  name: 'writs.getCaseReceipt',
  method: 'GET',
  path: '/api/zones/:zone/cases/:case/receipt',
  permission: 'writs.read',
  effect: 'read',
  summary: { zh: '办件留痕凭据', en: 'Receipt of a case from the journal' },
  input: z.object({ zone: z.string(), case: z.uuid() }),
  output: CaseReceipt,
})
