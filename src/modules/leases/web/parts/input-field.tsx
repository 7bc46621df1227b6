import { Input } from 'antd'
import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'

interface InputFieldProps {
  readonly label: Label
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'date' | 'text' | 'number'
  readonly hint?: Label
}

/** One labelled line of a form. */
export function InputField({ label, value, onChange, type = 'text', hint }: InputFieldProps) {
  const say = useText()
  const id = useId()
  const shared = { id, value, ...(hint && { 'aria-describedby': `${id}-hint` }) }
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      {type === 'date' ? (
        <input {...shared} type="date" className="text-input" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...shared}
          maxLength={500}
          {...(type === 'number' && { inputMode: 'decimal' as const })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {say(hint)}
        </p>
      )}
    </div>
  )
}
