import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** A zone's reforms, each a lawful change of how the same matters are handled. */
export const Switches = z.object({
  parallel: z.boolean(),
  promised: z.boolean(),
  fastPreparation: z.boolean(),
  deferral: z.boolean(),
  preReview: z.boolean(),
  commitment: z.boolean(),
  standardLand: z.boolean(),
})
export type Switches = z.infer<typeof Switches>
export type SwitchName = keyof Switches
export const switchNames = Object.keys(Switches.shape) as SwitchName[]

export const switchLabels: Record<SwitchName, Label> = {
  parallel: { zh: '并联办理', en: 'Parallel handling' },
  promised: { zh: '承诺时限', en: 'Promised limits' },
  fastPreparation: { zh: '快速准备', en: 'Fast preparation' },
  deferral: { zh: '容缺受理', en: 'Tolerance of owed papers' },
  preReview: { zh: '预审', en: 'Pre-review of drafts' },
  commitment: { zh: '告知承诺', en: 'Commitment instead of paper' },
  standardLand: { zh: '标准地', en: 'Standard land' },
}
