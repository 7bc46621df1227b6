import { useText } from '../../text.tsx'
import type { FilterProps } from './field-filter.tsx'

const yesAndNo = [
  { value: 'true', label: { zh: '是', en: 'Yes' } },
  { value: 'false', label: { zh: '否', en: 'No' } },
]

/** Several values of a choice at once; of several choices and of yes or no, one. */
export function ChecksFilter({ field, search, onChange }: FilterProps) {
  const say = useText()
  const several = field.filters.includes('in')
  const name = several ? `${field.name}.in` : field.type === 'choices' ? `${field.name}.contains` : field.name
  const chosen = (search[name] ?? (several ? (search[field.name] ?? '') : ''))
    .split(',')
    .filter((value) => value !== '')
  const toggle = (value: string) => {
    const without = chosen.filter((one) => one !== value)
    const next = without.length < chosen.length ? without : several ? [...chosen, value] : [value]
    onChange({ [field.name]: undefined, [`${field.name}.empty`]: undefined, [name]: next.join(',') })
  }
  return (
    <fieldset className="checks">
      <legend className="visually-hidden">{say(field.label)}</legend>
      {(field.type === 'yesNo' ? yesAndNo : field.options).map(({ value, label }) => (
        <label key={value} className="menu-row">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} /> {say(label)}
        </label>
      ))}
      <EmptyCheck field={field} search={search} onChange={onChange} clears={[field.name, name]} />
    </fieldset>
  )
}

/** The records in which the field is not filled in: what still has to be asked. */
export function EmptyCheck({ field, search, onChange, clears }: FilterProps & { readonly clears: readonly string[] }) {
  const say = useText()
  const name = `${field.name}.empty`
  if (!field.filters.includes('empty')) return null
  const rest = Object.fromEntries(clears.map((one) => [one, undefined]))
  return (
    <label className="menu-row">
      <input
        type="checkbox"
        checked={search[name] === 'true'}
        onChange={(event) => onChange({ ...rest, [name]: event.target.checked ? 'true' : undefined })}
      />{' '}
      {say({ zh: '未填写的', en: 'Not filled in' })}
    </label>
  )
}
