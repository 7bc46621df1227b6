import { Input } from 'antd'

interface CodeFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A code of an authenticator, or a recovery code: phones offer the code that they have just received or show digits first. */
export function CodeField({ id, label, value, onChange }: CodeFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        autoComplete="one-time-code"
        inputMode="text"
        spellCheck={false}
        required
        maxLength={20}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
