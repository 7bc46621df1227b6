import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../../text.tsx'
import { EmptyCheck } from './checks-filter.tsx'
import type { FilterProps } from './field-filter.tsx'
import { instantOf, localMoment } from './moments.ts'
import { plainNumber } from './numbers.ts'

const inputTypes: Readonly<Record<string, string>> = { date: 'date', instant: 'datetime-local' }

/** From and to, both included; each is told when it is left or Enter is pressed. */
export function RangeFilter({ field, search, onChange }: FilterProps) {
  const say = useText()
  const names = { from: `${field.name}.from`, to: `${field.name}.to` }
  const end = (way: 'from' | 'to', label: string) => (
    <RangeEnd
      id={`filter-${names[way]}`}
      label={label}
      type={inputTypes[field.type] ?? 'text'}
      value={search[names[way]] ?? ''}
      onChange={(value) => onChange({ [names[way]]: value, [`${field.name}.empty`]: undefined })}
    />
  )
  return (
    <fieldset className="range">
      <legend className="visually-hidden">{say(field.label)}</legend>
      {end('from', say({ zh: '从', en: 'From' }))}
      {end('to', say({ zh: '到', en: 'To' }))}
      {field.unit !== null && <p className="soft small">{say(field.unit)}</p>}
      <EmptyCheck field={field} search={search} onChange={onChange} clears={[names.from, names.to]} />
    </fieldset>
  )
}

interface RangeEndProps {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function RangeEnd({ id, label, type, value, onChange }: RangeEndProps) {
  const shown = type === 'datetime-local' ? localMoment(value) : value
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const tell = () => {
    if (typed === shown) return
    const read = type === 'text' && typed.trim() !== '' ? plainNumber(typed) : typed.trim()
    if (read === null) setTyped(shown)
    else onChange(type === 'datetime-local' && read !== '' ? instantOf(read) : read)
  }
  return (
    <label className="filter" htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        type={type}
        value={typed}
        {...(type === 'text' && { inputMode: 'decimal' as const })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={tell}
        onPressEnter={tell}
      />
    </label>
  )
}
