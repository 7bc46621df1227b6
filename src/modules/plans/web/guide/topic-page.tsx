import { useRef, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FactFields } from './fact-fields.tsx'
import { shownFacts } from './progress.ts'
import type { Topic } from './questions.ts'
import { TopicButtons } from './topic-buttons.tsx'
import type { GuideState } from './use-guide.ts'

export type FieldErrors = Readonly<Record<string, Label>>
/** `undefined` takes an answer back; an error says why what was typed is none. */
export type Answer = (fact: string, value: FactValues[string] | undefined, error?: Label) => void

interface TopicPageProps {
  readonly topic: Topic
  readonly state: GuideState
}

/** One topic: its open facts, answered ones editable. Every answer counts at once; a wrong one is kept in its field and told. */
export function TopicPage({ topic, state }: TopicPageProps) {
  const say = useText()
  const { address, guide } = state
  const [errors, setErrors] = useState<FieldErrors>({})
  const [told, setTold] = useState(0)
  const shown = useSteadyFacts(topic, shownFacts(topic, guide.data?.open ?? [], address.facts))
  const answer: Answer = (fact, value, error) => {
    setErrors((before) => (error === undefined ? without(before, fact) : { ...before, [fact]: error }))
    state.answer(fact, value)
  }
  const goOn = async (rest: FactValues) => {
    if (Object.keys(errors).length > 0) setTold((n) => n + 1)
    else await state.goOn(rest)
  }
  return (
    <section className="card topic" aria-labelledby="topic-title">
      <h2 id="topic-title">{say(topic.title)}</h2>
      <p className="soft">{say(topic.help)}</p>
      {told > 0 && <ErrorSummary key={told} errors={errors} declarations={state.declarations} />}
      {shown.length === 0 && (
        <p className="notice">
          {say({
            zh: '按您已给的答案，这里没有需要回答的问题。',
            en: 'Given your answers so far, nothing needs to be answered here.',
          })}
        </p>
      )}
      <FactFields topic={topic} facts={shown} state={state} errors={errors} onAnswer={answer} />
      <TopicButtons topic={topic} facts={shown} state={state} onGoOn={goOn} />
    </section>
  )
}

/** A question that was on the page stays on it while one answers the others: nothing jumps away under the hand. */
function useSteadyFacts(topic: Topic, facts: readonly string[]): readonly string[] {
  const seen = useRef(new Set<string>())
  for (const fact of facts) seen.current.add(fact)
  return topic.facts.filter((fact) => seen.current.has(fact))
}

function without<T>(values: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
}
