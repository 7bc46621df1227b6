import { topics } from '../guide/questions.ts'

/** The guide's page that asks this fact, as its search parameter; nothing when no page does. */
export function topicOf(fact: string | undefined): { t?: string } {
  const topic = fact === undefined ? undefined : topics.find((candidate) => candidate.facts.includes(fact))
  return topic ? { t: topic.code } : {}
}
