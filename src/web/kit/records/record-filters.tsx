import { Button } from 'antd'
import { useCallback } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { filterNames, isNarrowed } from './address.ts'
import { FieldFilter } from './field-filter.tsx'
import { WordsField } from './words-field.tsx'

interface RecordFiltersProps {
  readonly kind: KindView
  readonly search: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
  /** Fields that are fixed by the page and so not offered. */
  readonly without?: readonly string[]
}

/** Everything that narrows the list of a kind: words, one control a field, and whether archived records are shown. */
export function RecordFilters({ kind, search, onChange, without = [] }: RecordFiltersProps) {
  const say = useText()
  const setWords = useCallback((q: string) => onChange({ q }), [onChange])
  const offered = kind.fields.filter(({ name, filters }) => filters.length > 0 && !without.includes(name))
  const nothing = Object.fromEntries(['q', 'archived', ...filterNames(kind)].map((name) => [name, undefined]))
  return (
    <search className="record-filters">
      {kind.searchable && (
        <WordsField
          id="record-words"
          label={say({ zh: '关键字', en: 'Words' })}
          value={search.q ?? ''}
          onChange={setWords}
        />
      )}
      {offered.map((field) => (
        <FieldFilter key={field.name} field={field} search={search} onChange={onChange} />
      ))}
      <label className="filter-check">
        <input
          type="checkbox"
          checked={search.archived === 'true'}
          onChange={(event) => onChange({ archived: event.target.checked ? 'true' : undefined })}
        />
        {say({ zh: '看已归档的', en: 'Archived ones' })}
      </label>
      {isNarrowed(kind, search) && (
        <Button onClick={() => onChange(nothing)}>{say({ zh: '清除条件', en: 'Clear' })}</Button>
      )}
    </search>
  )
}
