import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import { ChoiceField, YesNoField } from './choice-field.tsx'
import { NumberField } from './number-field.tsx'
import type { Topic } from './questions.ts'
import { TickList } from './tick-list.tsx'
import type { Answer, FieldErrors } from './topic-page.tsx'
import type { GuideState } from './use-guide.ts'

interface FactFieldsProps {
  readonly topic: Topic
  readonly facts: readonly string[]
  readonly state: GuideState
  readonly errors: FieldErrors
  readonly onAnswer: Answer
}

/** More yes-or-no facts than this on one topic become a list to tick. */
const fewEnoughToAsk = 2

/** The topic's yes-or-no facts when they are asked as a list to tick, none otherwise. */
export function ticksOf(topic: Topic, declarations: readonly FactDeclaration[]): readonly string[] {
  const type = (code: string) => declarations.find((declaration) => declaration.code === code)?.type
  const ticks = topic.facts.filter((code) => type(code) === 'boolean')
  return ticks.length > fewEnoughToAsk ? ticks : []
}

export function FactFields({ topic, facts, state, errors, onAnswer }: FactFieldsProps) {
  const { declarations, address } = state
  const ticks = ticksOf(topic, declarations)
  const alone = facts.filter((code) => !ticks.includes(code))
  const ticked = facts.filter((code) => ticks.includes(code))
  return (
    <div className="fields">
      {alone.map((code) => {
        const fact = declarations.find((declaration) => declaration.code === code)
        if (fact === undefined) return null
        const props = { fact, value: address.facts[code], onAnswer }
        if (fact.type === 'number') return <NumberField key={code} {...props} error={errors[code]} />
        return fact.type === 'choice' ? <ChoiceField key={code} {...props} /> : <YesNoField key={code} {...props} />
      })}
      {ticked.length > 0 && <TickList facts={ticked} state={state} onAnswer={onAnswer} />}
    </div>
  )
}
