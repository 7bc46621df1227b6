import type { Label } from '../../kernel/label.ts'
import { useWords } from '../kit/records/use-words.ts'
import type { Search } from '../search.ts'
import { useText } from '../text.tsx'

interface JournalFiltersProps {
  readonly search: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Kind of subject, act and days. */
export function JournalFilters({ search, onChange }: JournalFiltersProps) {
  const say = useText()
  const { subjects } = useWords()
  const chosen = subjects.filter(({ kind }) => !search.kind || kind === search.kind)
  const acts = new Map(chosen.flatMap(({ actions }) => actions).map(({ action, label }) => [action, label]))
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
      <OneOf
        label={{ zh: '对象种类', en: 'Kind' }}
        value={search.kind ?? ''}
        options={new Map(subjects.map(({ kind, label }) => [kind, label]))}
        onChange={(kind) => onChange({ kind, action: undefined })}
      />
      <OneOf
        label={{ zh: '动作', en: 'Act' }}
        value={search.action ?? ''}
        options={acts}
        onChange={(action) => onChange({ action })}
      />
      {day('from', say({ zh: '从', en: 'From' }))}
      {day('to', say({ zh: '到', en: 'To' }))}
    </search>
  )
}

interface OneOfProps {
  readonly label: Label
  readonly value: string
  readonly options: ReadonlyMap<string, Label>
  readonly onChange: (value: string) => void
}

/** One of the named codes, or all; a code from the address that has no name stays choosable. */
function OneOf({ label, value, options, onChange }: OneOfProps) {
  const say = useText()
  const named = [...options].map(([code, name]) => [code, say(name)] as const)
  const known = value === '' || options.has(value) ? named : [[value, value] as const, ...named]
  return (
    <label className="filter">
      <span>{say(label)}</span>
      <select className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say({ zh: '全部', en: 'All' })}</option>
        {known.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
