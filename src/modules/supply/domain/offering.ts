/**
 * 公告 → 挂牌 → 成交 → 合同. 39号令 Art. 8, 18, 20: announced, listed for its time, sold to the highest bidder or not sold; the contract within
 * ten working days of the confirmation (国土资发〔2010〕34号 [M]). What may be done next is this one table.
 */
import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { OfferingState } from '../contract/words.ts'

export const offeringSteps = {
  open: { from: ['announced'], to: 'listed' },
  sell: { from: ['listed'], to: 'sold' },
  fail: { from: ['announced', 'listed'], to: 'failed' },
  contract: { from: ['sold'], to: 'contracted' },
} as const satisfies Readonly<Record<string, { from: readonly OfferingState[]; to: OfferingState }>>
export type OfferingStep = keyof typeof offeringSteps

export function offeringMay(state: OfferingState): OfferingStep[] {
  return (Object.keys(offeringSteps) as OfferingStep[]).filter((step) =>
    (offeringSteps[step].from as readonly OfferingState[]).includes(state),
  )
}

interface Offered {
  readonly state: OfferingState
  readonly opensOn: Day
  readonly closesOn: Day
}

/**
 * The state after a step on a day.
 *
 * @throws Problem rule_violated `supply.not_now | supply.too_early | supply.still_listed`
 */
export function stepOffering({ state, opensOn, closesOn }: Offered, step: OfferingStep, on: Day): OfferingState {
  if (!offeringMay(state).includes(step)) {
    throw new Problem('rule_violated', 'supply.not_now', {
      zh: '这宗地现在不能办这一步，请刷新后看当前状态。',
      en: 'This step is not possible now: reload to see where it stands.',
    })
  }
  if (step === 'open' && on < opensOn) {
    throw new Problem('rule_violated', 'supply.too_early', {
      zh: `公告的挂牌起始日是 ${opensOn}，不能提前开始。`,
      en: `The notice says ${opensOn}: it cannot be opened earlier.`,
    })
  }
  if (step === 'sell' && on < closesOn) {
    throw new Problem('rule_violated', 'supply.still_listed', {
      zh: `挂牌到 ${closesOn} 截止，之前不能确认成交。`,
      en: `It is listed until ${closesOn}: no deal is confirmed before.`,
    })
  }
  return offeringSteps[step].to
}
