import { useText } from '../../../text.tsx'
import type { InputProps } from '../field-input.tsx'

const yesAndNo = [
  { value: 'true', label: { zh: '是', en: 'Yes' } },
  { value: 'false', label: { zh: '否', en: 'No' } },
]

/** One of the named values, by the browser's own list: it is a wheel on a phone and knows the first letters on a desk. */
export function SelectInput({ id, field, value, describedBy, finding, onChange }: InputProps) {
  const say = useText()
  return (
    <select
      id={id}
      className="select"
      value={String(value)}
      required={field.required}
      aria-describedby={describedBy}
      aria-invalid={finding !== undefined || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
      {(field.type === 'yesNo' ? yesAndNo : field.options).map((option) => (
        <option key={option.value} value={option.value}>
          {say(option.label)}
        </option>
      ))}
    </select>
  )
}
