import { Problem } from '../../../kernel/problem.ts'
import type { OfferState } from '../contract/words.ts'

export type OfferVerb = 'forward' | 'grant' | 'refuse' | 'withdraw'

/** What may follow on what. */
const steps: Readonly<Record<OfferVerb, { readonly from: readonly OfferState[]; readonly to: OfferState }>> = {
  forward: { from: ['accepted'], to: 'forwarded' },
  grant: { from: ['forwarded'], to: 'granted' },
  refuse: { from: ['forwarded'], to: 'refused' },
  withdraw: { from: ['accepted', 'forwarded'], to: 'withdrawn' },
}

export function mayFollow(state: OfferState, verb: OfferVerb): boolean {
  return steps[verb].from.includes(state)
}

export function nextOffer(state: OfferState, verb: OfferVerb): OfferState {
  if (mayFollow(state, verb)) return steps[verb].to
  throw new Problem('rule_violated', 'finance.wrong_step', {
    zh: '这笔对接现在不能这样办，请刷新后看它到了哪一步。',
    en: 'This cannot be done now: reload and see how far it has come.',
  })
}
