import { Input } from 'antd'
import { useTyped } from './use-typed.ts'

const typingPauseMs = 250

interface WordsFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly type?: 'search' | 'text'
  readonly onChange: (words: string) => void
}

/** Words to look for; told after a short pause, so that a list is not asked for at every letter. */
export function WordsField({ id, label, value, placeholder, type = 'search', onChange }: WordsFieldProps) {
  const { typed, type: tell } = useTyped(value, onChange, typingPauseMs)
  return (
    <label className="filter" htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        type={type}
        maxLength={100}
        value={typed}
        {...(placeholder !== undefined && { placeholder })}
        onChange={(event) => tell(event.target.value)}
      />
    </label>
  )
}
