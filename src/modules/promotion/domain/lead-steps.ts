import { Problem } from '../../../kernel/problem.ts'
import type { LeadStage } from '../contract/words.ts'

/** What may be done with a lead by its stage: the buttons of the page and the rule are one table. */
export const leadSteps = {
  openTalks: { from: ['lead'], to: 'talks' },
  close: { from: ['lead', 'talks'], to: 'closed' },
  reopen: { from: ['closed'], to: 'lead' },
  handOver: { from: ['signed'], to: 'handed' },
} as const satisfies Readonly<Record<string, { readonly from: readonly LeadStage[]; readonly to: LeadStage }>>
export type LeadStep = keyof typeof leadSteps
const names = Object.keys(leadSteps) as LeadStep[]

export function stepsFrom(stage: LeadStage): LeadStep[] {
  return names.filter((name) => (leadSteps[name].from as readonly LeadStage[]).includes(stage))
}

/** The stage after a step. Throws Problem `promotion.wrong_stage`. */
export function stageAfter(step: LeadStep, stage: LeadStage): LeadStage {
  if (stepsFrom(stage).includes(step)) return leadSteps[step].to
  throw new Problem('rule_violated', 'promotion.wrong_stage', {
    zh: '线索现在的阶段不能这样办，请刷新后看可以办什么。',
    en: 'This cannot be done at the stage of the lead: reload and see what can.',
  })
}

/** Talks want a contact that has taken place; below the pass mark, or without a result, they want a reason. */
export function refusalOfTalks(facts: {
  readonly visits: number
  readonly passes: boolean | null
  readonly reason: string | null
}): Problem | null {
  if (facts.visits === 0) {
    return new Problem('rule_violated', 'promotion.no_contact', {
      zh: '还没有联系记录，请先记一次电话或走访，再转入洽谈。',
      en: 'No call or visit is noted yet: note one before talks are opened.',
    })
  }
  if (facts.passes === true || (facts.reason !== null && facts.reason !== '')) return null
  return new Problem('rule_violated', 'promotion.not_evaluated', {
    zh: '研判还没有达到及格线，请先完成研判，或写明转入洽谈的理由。',
    en: 'The evaluation has not reached the pass mark: finish it, or give the reason for opening talks.',
  })
}
