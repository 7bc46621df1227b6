import { useId } from 'react'

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="text-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
