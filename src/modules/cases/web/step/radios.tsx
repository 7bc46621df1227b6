import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'

interface RadiosProps<T extends string> {
  readonly legend: Label
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: Label }[]
  readonly onChange: (value: T) => void
}

/** One of a few answers under a question. */
export function Radios<T extends string>({ legend, value, options, onChange }: RadiosProps<T>) {
  const say = useText()
  const name = useId()
  return (
    <fieldset className="field step-radios">
      <legend className="field-label">{say(legend)}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />{' '}
          {say(option.label)}
        </label>
      ))}
    </fieldset>
  )
}
