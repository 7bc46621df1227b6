import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { actionVerbs } from './action-verbs.ts'

/** A step that was entered long after its legal day (补录): who, when, and how many working days later. */
export const BackdatedStep = z.object({
  caseId: z.string(),
  matter: z.object({ zh: z.string(), en: z.string() }),
  project: z.string(),
  department: z.string(),
  verb: z.enum(actionVerbs),
  happenedOn: z.string(),
  recordedAt: z.string(),
  by: z.string(),
  /** Working days between the legal day and the day of entry. */
  days: z.number().int(),
  sample: z.boolean(),
})
export type BackdatedStep = z.infer<typeof BackdatedStep>

export const listBackdated = endpoint({
  name: 'cases.listBackdated',
  method: 'GET',
  path: '/api/zones/:zone/case-backdated',
  permission: 'cases.oversee',
  effect: 'read',
  summary: { zh: '补录：晚于实际办理日录入的步骤', en: 'Steps that were entered after their legal day' },
  input: z.object({ zone: z.string(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.object({
    /** Entered more than so many working days after the legal day; the rule and where it comes from. */
    after: z.number().int(),
    source: z.string(),
    steps: z.array(BackdatedStep),
    /** There are more of the last year. */
    truncated: z.boolean(),
  }),
})
