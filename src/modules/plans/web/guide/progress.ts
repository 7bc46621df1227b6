import type { FactValues } from '../../../matters/contract/fact-values.ts'
import type { NextQuestion } from '../../contract/answers.ts'
import type { Topic } from './questions.ts'

/** `unsure`: gone through, but something undecided still hangs on a "not sure"; `needless`: nobody has to answer it. */
export type TopicState = 'open' | 'partly' | 'unsure' | 'answered' | 'needless'

type Open = readonly Pick<NextQuestion, 'fact'>[]

const isSeen = (facts: FactValues, code: string) => facts[code] !== undefined

/** A fact left as "not sure" counts as seen: the topic is not asked again, the matter stays undecided. */
export function stateOf(topic: Topic, open: Open, facts: FactValues): TopicState {
  const seen = topic.facts.some((code) => isSeen(facts, code))
  const asked = open.filter(({ fact }) => topic.facts.includes(fact))
  if (asked.some(({ fact }) => !isSeen(facts, fact))) return seen ? 'partly' : 'open'
  if (asked.length > 0) return 'unsure'
  return seen ? 'answered' : 'needless'
}

/** The topic that holds the most consequential question not yet seen; undefined when nothing is left to ask. */
export function nextTopic(topics: readonly Topic[], open: Open, facts: FactValues): Topic | undefined {
  const next = open.find(({ fact }) => !isSeen(facts, fact))
  return next && topics.find((topic) => topic.facts.includes(next.fact))
}

/** Facts to show on a topic's page: still worth asking, or answered and so editable, in the topic's order. */
export function shownFacts(topic: Topic, open: Open, facts: FactValues): readonly string[] {
  return topic.facts.filter((code) => isSeen(facts, code) || open.some(({ fact }) => fact === code))
}
