import type { FactValues } from '../../../matters/contract/fact-values.ts'

interface TopicAnswers {
  readonly shown: readonly string[]
  /** Facts among them that are asked as a line to tick. */
  readonly ticks: readonly string[]
  readonly given: FactValues
}

/** Facts on the page without any answer, and those of them that a "none of these" speaks of. */
export function unansweredOf({ shown, ticks, given }: TopicAnswers) {
  const unanswered = shown.filter((code) => given[code] === undefined)
  return { unanswered, unticked: unanswered.filter((code) => ticks.includes(code)) }
}

/** What the way on adds: "not sure" for everything left open; a no only for lines to tick, and only by the button that says so. */
export function restOf(answers: TopicAnswers, saidOfTicks: 'no' | 'not-sure'): FactValues {
  const { unanswered, unticked } = unansweredOf(answers)
  const isNo = (code: string) => saidOfTicks === 'no' && unticked.includes(code)
  return Object.fromEntries(unanswered.map((code) => [code, isNo(code) ? false : null]))
}
