import { Input } from 'antd'
import type { FieldView } from '../../../../kernel/kind-view.ts'
import type { WhereLeaf } from '../../../../kernel/record-where.ts'
import { useText } from '../../../text.tsx'
import { RefPicker } from '../inputs/ref-picker.tsx'
import { instantOf, localMoment } from '../moments.ts'

interface WhereValueProps {
  readonly id: string
  readonly field: FieldView
  readonly leaf: WhereLeaf
  readonly onChange: (value: string) => void
}

const yesAndNo = [
  { value: 'true', label: { zh: '是', en: 'Yes' } },
  { value: 'false', label: { zh: '否', en: 'No' } },
]

const inputTypes: Readonly<Record<string, string>> = { date: 'date', instant: 'datetime-local' }

/** The value of one condition, asked for as its field is. */
export function WhereValue({ id, field, leaf: [, op, value], onChange }: WhereValueProps) {
  const say = useText()
  const label = say({ zh: `${field.label.zh}的值`, en: `Value of ${field.label.en}` })
  const options = field.type === 'yesNo' ? yesAndNo : field.options
  if (op === 'empty') return null
  if (options.length > 0 && (op === 'in' || op === 'not')) {
    const chosen = value.split(',').filter((one) => one !== '')
    const toggle = (one: string) =>
      onChange((chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]).join(','))
    return (
      <fieldset className="where-options">
        <legend className="visually-hidden">{label}</legend>
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />{' '}
            {say(option.label)}
          </label>
        ))}
      </fieldset>
    )
  }
  if (options.length > 0) {
    return (
      <select className="select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    )
  }
  if (field.type === 'ref') return <RefPicker id={id} to={field.to} value={value} onChange={onChange} />
  const moment = field.type === 'instant'
  return (
    <Input
      id={id}
      aria-label={label}
      type={inputTypes[field.type] ?? 'text'}
      value={moment ? localMoment(value) : value}
      placeholder={
        op === 'in' || op === 'not' ? say({ zh: '多个值用逗号隔开', en: 'Several: part them by commas' }) : undefined
      }
      onChange={(event) => {
        const typed = event.target.value.replaceAll('，', ',')
        onChange(moment && typed !== '' ? instantOf(typed) : typed)
      }}
    />
  )
}
