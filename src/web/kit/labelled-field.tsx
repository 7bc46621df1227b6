import { Input } from 'antd'
import { useId } from 'react'
import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'

interface Props {
  readonly label: Label
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'number'
  readonly hint?: Label
  /** Signs of a text. */
  readonly maxLength?: number
}

/** One labelled input of a form: a text, a day, or a number. */
export function LabelledField({ label, value, onChange, type = 'text', hint, maxLength = 200 }: Props) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      {type === 'date' ? (
        <input {...{ id, type, value, className: 'text-input' }} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...{ id, value, maxLength, inputMode: type === 'number' ? ('decimal' as const) : ('text' as const) }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint !== undefined && <p className="soft small">{say(hint)}</p>}
    </div>
  )
}
