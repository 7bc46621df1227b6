import type { LeadStage } from '../contract/words.ts'

/** The steps of the funnel (招商漏斗), each counting whoever has come so far or farther. */
export const funnelStages = ['lead', 'talks', 'signed', 'handed'] as const satisfies readonly LeadStage[]
type FunnelStage = (typeof funnelStages)[number]

/** Steps that a lead has reached. One that was closed counts as far as it came: to the talks where a round was held. */
export function reachedBy({
  stage,
  talked,
}: {
  readonly stage: LeadStage
  readonly talked: boolean
}): readonly FunnelStage[] {
  if (stage === 'merged') return []
  const farthest: FunnelStage = stage === 'closed' ? (talked ? 'talks' : 'lead') : stage
  return funnelStages.slice(0, funnelStages.indexOf(farthest) + 1)
}
