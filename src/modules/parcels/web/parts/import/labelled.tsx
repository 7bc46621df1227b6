import { useId } from 'react'
import type { Label } from '../../../../../kernel/label.ts'
import { useText } from '../../../../../web/text.tsx'

interface SelectProps<T extends string> {
  readonly label: Label
  readonly value: T
  readonly options: Readonly<Record<T, Label>>
  readonly onChange: (value: T) => void
}

/** One of several, by native select. */
export function LabelledSelect<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  const say = useText()
  const id = useId()
  const keys = Object.keys(options) as T[]
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(keys.find((key) => key === event.target.value) ?? value)}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {say(options[key])}
          </option>
        ))}
      </select>
    </div>
  )
}
