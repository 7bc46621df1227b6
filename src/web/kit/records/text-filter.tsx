import { useCallback } from 'react'
import { useText } from '../../text.tsx'
import { EmptyCheck } from './checks-filter.tsx'
import type { FilterProps } from './field-filter.tsx'
import { WordsField } from './words-field.tsx'

/** Words that stand in the field. */
export function TextFilter({ field, search, onChange }: FilterProps) {
  const say = useText()
  const name = `${field.name}.contains`
  const tell = useCallback(
    (words: string) => onChange({ [name]: words, [`${field.name}.empty`]: undefined }),
    [onChange, name, field.name],
  )
  return (
    <fieldset className="range">
      <legend className="visually-hidden">{say(field.label)}</legend>
      <WordsField
        id={`filter-${name}`}
        label={say({ zh: '包含', en: 'Contains' })}
        value={search[name] ?? ''}
        onChange={tell}
      />
      <EmptyCheck field={field} search={search} onChange={onChange} clears={[name]} />
    </fieldset>
  )
}
