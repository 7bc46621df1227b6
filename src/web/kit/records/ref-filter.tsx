import { useText } from '../../text.tsx'
import { EmptyCheck } from './checks-filter.tsx'
import type { FilterProps } from './field-filter.tsx'
import { RefPicker } from './inputs/ref-picker.tsx'

/** One record of another kind, found by its name. */
export function RefFilter({ field, search, onChange }: FilterProps) {
  const say = useText()
  return (
    <fieldset className="range">
      <legend className="visually-hidden">{say(field.label)}</legend>
      <label htmlFor={`filter-${field.name}`}>{say(field.label)}</label>
      <RefPicker
        id={`filter-${field.name}`}
        to={field.to}
        value={search[field.name] ?? ''}
        onChange={(id) =>
          onChange({ [field.name]: id, [`${field.name}.in`]: undefined, [`${field.name}.empty`]: undefined })
        }
      />
      <EmptyCheck field={field} search={search} onChange={onChange} clears={[field.name, `${field.name}.in`]} />
    </fieldset>
  )
}
