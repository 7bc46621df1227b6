import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { nextSort } from './address.ts'
import type { Selection } from './bulk/use-selection.ts'
import type { Row } from './doors.ts'

interface TableHeadProps {
  readonly kind: KindView
  readonly fields: readonly FieldView[]
  /** The order in force: `-name` is falling. */
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** Where rows are chosen: all of these at once. */
  readonly selection?: Selection
  readonly rows?: readonly Row[]
}

/** Titles of the columns; those that the list can be ordered by are buttons. */
export function TableHead({ kind, fields, sort, onSort, selection, rows = [] }: TableHeadProps) {
  const say = useText()
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className="cell-select">
            <input
              type="checkbox"
              aria-label={say({ zh: '选中已显示的', en: 'Choose all that are shown' })}
              checked={rows.every(({ id }) => selection.rows.has(id))}
              onChange={(event) => selection.set(rows, event.target.checked)}
            />
          </th>
        )}
        {fields.map((field) => (
          <th key={field.name} scope="col" aria-sort={orderOf(sort, field.name)} className={alignment(field)}>
            {kind.sorts.includes(field.name) ? (
              <button type="button" className="sort" onClick={() => onSort(nextSort(sort, field.name))}>
                {say(field.label)}
                <span aria-hidden="true">{arrow(sort, field.name)}</span>
              </button>
            ) : (
              say(field.label)
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function orderOf(sort: string, name: string): 'ascending' | 'descending' | undefined {
  if (sort === name) return 'ascending'
  return sort === `-${name}` ? 'descending' : undefined
}

function arrow(sort: string, name: string): string {
  if (sort === name) return '▲'
  return sort === `-${name}` ? '▼' : '↕'
}

export function alignment({ type }: FieldView): string {
  return type === 'integer' || type === 'decimal' || type === 'money' ? 'right' : ''
}
