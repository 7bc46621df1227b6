import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { factLabel, optionLabel } from './fact-label.ts'
import { hintOf } from './questions.ts'
import type { Answer } from './topic-page.tsx'

interface ChoiceFieldProps {
  readonly fact: FactDeclaration
  readonly value: FactValues[string] | undefined
  readonly onAnswer: Answer
}

interface Option {
  readonly value: FactValues[string]
  readonly label: Label
  readonly hint?: Label | undefined
}

const notSure: Option = { value: null, label: { zh: '不清楚', en: 'Not sure' } }

/** One of several, as cards; "not sure" is one of them and never becomes a no. */
export function ChoiceField({ fact, value, onAnswer }: ChoiceFieldProps) {
  const options = (fact.options ?? []).map((option) => ({
    value: option.value,
    label: optionLabel(fact.code, option.value, [fact]),
    hint: hintOf(fact.code).options?.[option.value]?.hint,
  }))
  return <Cards fact={fact} value={value} options={[...options, notSure]} onAnswer={onAnswer} />
}

export function YesNoField({ fact, value, onAnswer }: ChoiceFieldProps) {
  const yesNo = [
    { value: true, label: { zh: '是', en: 'Yes' } },
    { value: false, label: { zh: '否', en: 'No' } },
  ]
  return <Cards fact={fact} value={value} options={[...yesNo, notSure]} onAnswer={onAnswer} />
}

function Cards({ fact, value, options, onAnswer }: ChoiceFieldProps & { readonly options: readonly Option[] }) {
  const say = useText()
  const { hint, statement } = hintOf(fact.code)
  return (
    <fieldset className={options.length > 3 ? 'field field-wide' : 'field'}>
      <legend>{say(statement === undefined ? factLabel(fact.code, [fact]) : statement)}</legend>
      {hint !== undefined && <p className="soft small">{say(hint)}</p>}
      <div className={options.some((option) => option.hint) ? 'choices' : 'choices choices-short'}>
        {options.map((option, i) => (
          <label key={String(option.value)} className="choice">
            <span className="choice-line">
              <input
                type="radio"
                id={i === 0 ? `fact-${fact.code}` : undefined}
                name={fact.code}
                checked={value === option.value}
                onChange={() => onAnswer(fact.code, option.value)}
              />
              <strong>{say(option.label)}</strong>
            </span>
            {option.hint !== undefined && <span className="soft small">{say(option.hint)}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
