import { Problem } from '../../../kernel/problem.ts'
import type { Side } from '../contract/posting.ts'
import type { MatchAnswer, MatchState } from '../contract/trade.ts'

export interface MatchFacts {
  readonly supplyAnswer: MatchAnswer | null
  readonly demandAnswer: MatchAnswer | null
  readonly reason: string | null
}

export function stateOf({ supplyAnswer, demandAnswer }: MatchFacts): MatchState {
  if (supplyAnswer === 'declined' || demandAnswer === 'declined') return 'declined'
  return supplyAnswer === 'accepted' && demandAnswer === 'accepted' ? 'accepted' : 'open'
}

/** Sides that have not answered, while nobody has declined. */
export function awaited(facts: MatchFacts): readonly Side[] {
  if (stateOf(facts) !== 'open') return []
  return [
    ...(facts.supplyAnswer === null ? (['supply'] as const) : []),
    ...(facts.demandAnswer === null ? (['demand'] as const) : []),
  ]
}

/** Who brings them together has said yes for itself; the zone's people say it for nobody. */
export function introduced(by: Side | null): MatchFacts {
  const yes = (side: Side) => (by === side ? 'accepted' : null)
  return { supplyAnswer: yes('supply'), demandAnswer: yes('demand'), reason: null }
}

interface Answer {
  readonly side: Side
  readonly accept: boolean
  readonly reason: string | null
}

/** One side answers, once. Who declines says why, so that the next proposal is better. */
export function answered(facts: MatchFacts, { side, accept, reason }: Answer): MatchFacts {
  if (!awaited(facts).includes(side)) throw over()
  if (!accept && (reason === null || reason === '')) throw silent()
  const answer = accept ? 'accepted' : 'declined'
  return {
    ...facts,
    ...(side === 'supply' ? { supplyAnswer: answer } : { demandAnswer: answer }),
    ...(!accept && { reason }),
  }
}

function over(): Problem {
  return new Problem('rule_violated', 'chains.answered', {
    zh: '这一方已经答复，或对方已谢绝，不用再答；请刷新后看结果。',
    en: 'This side has answered, or the other has declined: reload to see.',
  })
}

function silent(): Problem {
  return new Problem('invalid_input', 'chains.no_reason', {
    zh: '谢绝要写原因，请补上一句。',
    en: 'Say in a sentence why you decline.',
  })
}
