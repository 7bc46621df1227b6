import { Input } from 'antd'
import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'

interface WordsFieldProps {
  readonly label: Label
  readonly value: string
  readonly presets: readonly Label[]
  readonly invalid?: boolean
  /** Takes the focus when the form opens. */
  readonly first?: boolean
  readonly onChange: (value: string) => void
}

/** Words for the applicant and the journal: written by one press, or typed. */
export function WordsField({ label, value, presets, invalid = false, first = false, onChange }: WordsFieldProps) {
  const say = useText()
  const id = useId()
  return (
    <div className={invalid ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{say(label)}</label>
      {presets.length > 0 && (
        <div className="presets">
          {presets.map((preset) => (
            <button key={preset.en} type="button" className="preset" onClick={() => onChange(say(preset))}>
              {say(preset)}
            </button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={id}
        value={value}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-invalid={invalid || undefined}
        {...(first && { 'data-first': true })}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
