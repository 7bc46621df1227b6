import { Input } from 'antd'
import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'

interface RowFieldProps {
  readonly label: Label
  readonly text: string
  /** A text of its own; else JSON as the catalogue's format writes it. */
  readonly plain: boolean
  readonly wrong: boolean
  readonly onType: (text: string) => void
}

export function RowField({ label, text, plain, wrong, onType }: RowFieldProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(label)} {!plain && <span className="soft small">JSON</span>}
      </label>
      {plain ? (
        <Input id={id} value={text} onChange={(event) => onType(event.target.value)} />
      ) : (
        <textarea
          id={id}
          className="desk-json text-input"
          spellCheck={false}
          value={text}
          aria-invalid={wrong}
          {...(wrong && { 'aria-describedby': `${id}-wrong` })}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {wrong && (
        <p id={`${id}-wrong`} className="field-error">
          {say({
            zh: '这不是完整的 JSON，请检查括号和引号。',
            en: 'This is no complete JSON: check brackets and quotes.',
          })}
        </p>
      )}
    </div>
  )
}
