import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'
import { milestoneNames } from '../../plans/contract/scenario.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/**
 * Why a matter is not where it was agreed: it took longer, is open beyond its limit, could have been filed, waits for another;
 * is in the plan or out of it since; lasts otherwise by catalogue, facts or calendar; or nothing is late.
 */
export const deviationCauses = ['decided', 'open', 'waiting', 'held', 'added', 'dropped', 'terms', 'none'] as const
export const DeviationCause = z.enum(deviationCauses)
export type DeviationCause = z.infer<typeof DeviationCause>

export const deviationCauseLabels: Readonly<Record<DeviationCause, Label>> = {
  decided: { zh: '办理比约定多用了时间', en: 'took longer than agreed' },
  open: { zh: '还在办，已超过约定', en: 'still in handling, beyond what was agreed' },
  waiting: { zh: '可以申报，还没有申报', en: 'could have been filed' },
  held: { zh: '在等别的事项', en: 'waits for another matter' },
  added: { zh: '约定后新增', en: 'came in since' },
  dropped: { zh: '约定后不再需要', en: 'no longer needed' },
  terms: { zh: '要素、目录、日历或改革开关变了', en: 'facts, catalogue, calendar or reforms changed' },
  none: { zh: '与约定一致', en: 'as agreed' },
}

export const MatterDeviation = z.object({
  code: z.string(),
  name: Bilingual,
  agreedOn: z.string().nullable(),
  nowOn: z.string().nullable(),
  /** Working days, positive = behind; null where there is nothing to subtract. */
  days: z.number().nullable(),
  done: z.boolean(),
  cause: DeviationCause,
  /** With `held`: what it waits for. */
  by: Bilingual.nullable(),
})
export type MatterDeviation = z.infer<typeof MatterDeviation>

export const MilestoneDeviation = z.object({
  name: z.enum(milestoneNames as [(typeof milestoneNames)[number]]),
  promisedOn: z.string().nullable(),
  nowOn: z.string().nullable(),
  days: z.number().nullable(),
  reached: z.boolean(),
  /** Matters behind on their own, the longest first: what moved it. */
  because: z.array(z.object({ code: z.string(), name: Bilingual, days: z.number(), cause: DeviationCause })),
})
export type MilestoneDeviation = z.infer<typeof MilestoneDeviation>

/** The running plan against the agreed one, as of a day. */
export const Deviations = z.object({
  agreementId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  today: z.string(),
  milestones: z.array(MilestoneDeviation),
  matters: z.array(MatterDeviation),
})
export type Deviations = z.infer<typeof Deviations>
