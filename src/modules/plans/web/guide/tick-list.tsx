import { useText } from '../../../../web/text.tsx'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { factLabel } from './fact-label.ts'
import { hintOf } from './questions.ts'
import type { Answer } from './topic-page.tsx'
import type { GuideState } from './use-guide.ts'

interface TickListProps {
  readonly facts: readonly string[]
  readonly state: GuideState
  readonly onAnswer: Answer
}

/** Yes-or-no facts to tick. Unticked is not yet an answer: no is said by the button below, or shown beside the line. */
export function TickList({ facts, state, onAnswer }: TickListProps) {
  const say = useText()
  return (
    <fieldset className="field field-wide">
      <legend>{say({ zh: '勾选符合的', en: 'Tick what applies' })}</legend>
      {facts.map((code) => (
        <Tick
          key={code}
          code={code}
          label={say(factLabel(code, state.declarations))}
          value={state.address.facts[code]}
          onAnswer={onAnswer}
        />
      ))}
    </fieldset>
  )
}

interface TickProps {
  readonly code: string
  readonly label: string
  readonly value: FactValues[string] | undefined
  readonly onAnswer: Answer
}

/** One line: ticked is yes, the button is "not sure", and a no that was given below is shown as a word. */
export function Tick({ code, label, value, onAnswer }: TickProps) {
  const say = useText()
  const { hint } = hintOf(code)
  return (
    <div className="tick">
      <label>
        <input
          type="checkbox"
          id={`fact-${code}`}
          aria-describedby={hint && `fact-${code}-hint`}
          checked={value === true}
          onChange={(event) => onAnswer(code, event.target.checked ? true : undefined)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <span id={`fact-${code}-hint`} className="soft small tick-hint">
          {say(hint)}
        </span>
      )}
      {value === false && <span className="soft small">{say({ zh: '没有', en: 'no' })}</span>}
      <button
        type="button"
        className="not-sure"
        aria-pressed={value === null}
        aria-label={say({ zh: `不清楚：${label}`, en: `Not sure: ${label}` })}
        onClick={() => onAnswer(code, value === null ? undefined : null)}
      >
        {say({ zh: '不清楚', en: 'Not sure' })}
      </button>
    </div>
  )
}
