import type { KindView } from '../../../kernel/kind-view.ts'
import type { Label } from '../../../kernel/label.ts'
import { useText } from '../../text.tsx'

interface SortSelectProps {
  readonly kind: KindView
  readonly sort: string
  readonly onSort: (sort: string) => void
}

const created: Label = { zh: '登记时间', en: 'Created' }

/** The order of the list where there are no column titles to press. */
export function SortSelect({ kind, sort, onSort }: SortSelectProps) {
  const say = useText()
  const labelOf = (name: string) => kind.fields.find((field) => field.name === name)?.label ?? created
  return (
    <select
      className="select sort-select"
      aria-label={say({ zh: '排序', en: 'Order' })}
      value={sort}
      onChange={(event) => onSort(event.target.value)}
    >
      {kind.sorts.flatMap((name) => [
        <option key={name} value={name}>
          {say(labelOf(name))} ↑
        </option>,
        <option key={`-${name}`} value={`-${name}`}>
          {say(labelOf(name))} ↓
        </option>,
      ])}
    </select>
  )
}
