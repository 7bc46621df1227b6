import { Button } from 'antd'
import { useTyped } from '../../../../web/kit/records/use-typed.ts'
import { useText } from '../../../../web/text.tsx'
import { kindLabel } from '../../contract/labels.ts'
import { labelOfMixed } from '../../contract/mixed-text.ts'

export interface Filters {
  readonly q: string
  readonly stage: string
  readonly kind: string
}

interface CatalogueFiltersProps {
  readonly filters: Filters
  readonly stages: readonly { readonly code: string; readonly name: string }[]
  readonly kinds: readonly string[]
  readonly onChange: (filters: Filters) => void
}

const typingPauseMs = 200

export function CatalogueFilters({ filters, stages, kinds, onChange }: CatalogueFiltersProps) {
  const say = useText()
  const everything = { q: '', stage: '', kind: '' }
  return (
    <search className="filters">
      <WordsField words={filters.q} onChange={(q) => onChange({ ...filters, q })} />
      <label>
        {say({ zh: '阶段', en: 'Stage' })}
        <select value={filters.stage} onChange={(event) => onChange({ ...filters, stage: event.target.value })}>
          <option value="">{say({ zh: '全部', en: 'All' })}</option>
          {stages.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(labelOfMixed(name))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say({ zh: '类型', en: 'Kind' })}
        <select value={filters.kind} onChange={(event) => onChange({ ...filters, kind: event.target.value })}>
          <option value="">{say({ zh: '全部', en: 'All' })}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(kindLabel(kind))}
            </option>
          ))}
        </select>
      </label>
      {Object.values(filters).some(Boolean) && (
        <Button onClick={() => onChange(everything)}>{say({ zh: '清除条件', en: 'Clear' })}</Button>
      )}
    </search>
  )
}

function WordsField({ words, onChange }: { readonly words: string; readonly onChange: (words: string) => void }) {
  const say = useText()
  const { typed, type } = useTyped(words, onChange, typingPauseMs)
  return (
    <label className="filters-words" htmlFor="words">
      {say({ zh: '关键字', en: 'Words' })}
      <input
        className="text-input"
        id="words"
        type="search"
        maxLength={60}
        value={typed}
        placeholder={say({ zh: '事项、部门或证照', en: 'matter, office, permit' })}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  )
}
