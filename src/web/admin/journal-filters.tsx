import { useCallback } from 'react'
import { WordsField } from '../kit/records/words-field.tsx'
import type { Search } from '../search.ts'
import { useText } from '../text.tsx'

interface JournalFiltersProps {
  readonly search: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Kind of record, verb and days: as the journal itself names them. */
export function JournalFilters({ search, onChange }: JournalFiltersProps) {
  const say = useText()
  const setKind = useCallback((kind: string) => onChange({ kind }), [onChange])
  const setAction = useCallback((action: string) => onChange({ action }), [onChange])
  const day = (name: 'from' | 'to', label: string) => (
    <label className="filter">
      <span>{label}</span>
      <input
        className="select"
        type="date"
        value={search[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </label>
  )
  return (
    <search className="record-filters">
      <WordsField
        id="journal-kind"
        label={say({ zh: '对象种类', en: 'Kind' })}
        placeholder="cases.case"
        value={search.kind ?? ''}
        onChange={setKind}
      />
      <WordsField
        id="journal-action"
        label={say({ zh: '动作', en: 'Act' })}
        placeholder="accept"
        value={search.action ?? ''}
        onChange={setAction}
      />
      {day('from', say({ zh: '从', en: 'From' }))}
      {day('to', say({ zh: '到', en: 'To' }))}
    </search>
  )
}
