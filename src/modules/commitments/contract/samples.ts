import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()

/** A drawn sample with all that is needed to draw it again. */
export const CommitmentSample = z.object({
  id: z.string(),
  drawnAt: z.string(),
  drawnBy: z.string(),
  seed: z.string(),
  days: z.number().int(),
  /** Every commitment that might have been drawn, with its rate in per cent. */
  population: z.array(z.object({ id: z.string(), percent: z.number() })),
  drawn: z.array(z.string()),
  sample: z.boolean(),
})
export type CommitmentSample = z.infer<typeof CommitmentSample>

export const listSamples = endpoint({
  name: 'commitments.listSamples',
  method: 'GET',
  path: '/api/zones/:zone/commitment-samples',
  permission: 'commitments.readSamples',
  effect: 'read',
  summary: { zh: '承诺抽查批次', en: 'Samples of commitments, the latest first' },
  input: z.object({ zone }),
  output: z.object({
    samples: z.array(CommitmentSample),
    /** How many signed and decided commitments wait without a check. */
    candidates: z.number().int(),
  }),
})

export const drawSample = endpoint({
  name: 'commitments.drawSample',
  method: 'POST',
  path: '/api/zones/:zone/commitment-samples',
  permission: 'commitments.drawSample',
  effect: 'write',
  summary: { zh: '按信用比例随机抽查承诺', en: 'Draw a sample of commitments to check, at the rates of credit' },
  input: z.strictObject({
    zone,
    /** Working days within which each is checked. */
    days: z.number().int().min(1).max(365),
  }),
  output: CommitmentSample,
})
