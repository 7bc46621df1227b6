import { Button, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../text.tsx'

interface PasswordFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
  readonly onChange: (value: string) => void
}

/** A password that its owner can look at before sending it. */
export function PasswordField({ id, label, value, autoComplete, hint, onChange }: PasswordFieldProps) {
  const say = useText()
  const [shown, setShown] = useState(false)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="field-beside">
        <Input
          id={id}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          required
          maxLength={200}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
          {say(shown ? { zh: '隐藏', en: 'Hide' } : { zh: '显示', en: 'Show' })}
        </Button>
      </div>
    </div>
  )
}
