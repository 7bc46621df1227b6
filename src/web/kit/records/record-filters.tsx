import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { usePhone } from '../use-phone.ts'
import { filterFields, filterNames, isChosen, isNarrowed } from './address.ts'
import { FieldFilter } from './field-filter.tsx'
import { SortSelect } from './sort-select.tsx'
import { WordsField } from './words-field.tsx'

interface RecordFiltersProps {
  readonly kind: KindView
  readonly search: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
  /** Fields that are fixed by the page and so not offered. */
  readonly without?: readonly string[]
}

/** So many filters stand in the open; the others, and on a phone all, behind a button until they are in force. */
const first = 4

/** Everything that narrows the list of a kind: words, one control a field, and whether archived records are shown. */
export function RecordFilters({ kind, search, onChange, without = [] }: RecordFiltersProps) {
  const say = useText()
  const setWords = useCallback((q: string) => onChange({ q }), [onChange])
  const phone = usePhone()
  const [all, setAll] = useState(false)
  const offered = filterFields(kind).filter(({ name }) => !without.includes(name))
  const shown = offered.filter((field, i) => all || i < (phone ? 0 : first) || isChosen(field, search))
  const nothing = Object.fromEntries(['q', 'archived', 'where', ...filterNames(kind)].map((name) => [name, undefined]))
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
      {shown.map((field) => (
        <FieldFilter key={field.name} field={field} search={search} onChange={onChange} />
      ))}
      {(all || shown.length < offered.length) && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {say(all ? { zh: '收起筛选', en: 'Fewer filters' } : { zh: '更多筛选', en: 'More filters' })}
        </Button>
      )}
      <label className="filter-check">
        <input
          type="checkbox"
          checked={search.archived === 'true'}
          onChange={(event) => onChange({ archived: event.target.checked ? 'true' : undefined })}
        />
        {say({ zh: '看已归档的', en: 'Archived ones' })}
      </label>
      {phone && <SortSelect kind={kind} sort={search.sort ?? kind.sort} onSort={(sort) => onChange({ sort })} />}
      {isNarrowed(kind, search) && (
        <Button onClick={() => onChange(nothing)}>{say({ zh: '清除条件', en: 'Clear' })}</Button>
      )}
    </search>
  )
}
