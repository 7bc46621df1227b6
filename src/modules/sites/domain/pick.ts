import { Problem } from '../../../kernel/problem.ts'
import type { PickState } from '../contract/pick.ts'

export type PickVerb = 'choose' | 'drop'

const next: Readonly<Record<PickState, Partial<Record<PickVerb, PickState>>>> = {
  kept: { choose: 'chosen', drop: 'dropped' },
  chosen: { drop: 'dropped' },
  dropped: { choose: 'chosen' },
}

export function mayPick(state: PickState, verb: PickVerb): boolean {
  return next[state][verb] !== undefined
}

/** The state after a decision; refused where there is nothing to decide. */
export function nextPick(state: PickState, verb: PickVerb): PickState {
  const after = next[state][verb]
  if (after !== undefined) return after
  throw new Problem('rule_violated', 'sites.wrong_step', {
    zh: verb === 'choose' ? '这块地已经选定了。' : '这块地已经放弃了。',
    en: verb === 'choose' ? 'This site is chosen already.' : 'This site is dropped already.',
  })
}
