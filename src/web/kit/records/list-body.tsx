import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { isNarrowed } from './address.ts'
import { StageBoard } from './board/stage-board.tsx'
import type { Selection } from './bulk/use-selection.ts'
import { chosenColumns } from './columns/chosen-columns.ts'
import { GroupedList } from './groups/grouped-list.tsx'
import { MonthSheet } from './month/month-sheet.tsx'
import { PrintedList } from './print/printed-list.tsx'
import { RecordTable } from './record-table.tsx'
import { dayFields, formOf, stageField } from './shown-forms.ts'
import { useAddress } from './use-address.ts'
import { ZeroState } from './zero-state.tsx'

interface ListBodyProps {
  readonly kind: KindView
  readonly fixed: Search
  /** Columns that the page fixes: then the list has one form only. */
  readonly columns: readonly string[] | undefined
  readonly selection: Selection | undefined
  readonly onCreate: () => void
  readonly onClear: () => void
}

/** The records themselves, as the address wants them shown: a table, groups of them, a board, a month, or for print. */
export function ListBody({ kind, fixed, columns, selection, onCreate, onClear }: ListBodyProps) {
  const { search, go, replace } = useAddress()
  const shown = columns ?? chosenColumns(kind, search.columns)
  const form = columns === undefined ? formOf(kind, search.shown) : 'table'
  const stages = stageField(kind)
  const days = dayFields(kind)
  const day = days.find(({ name }) => name === search.day) ?? days[0]
  const empty = <ZeroState kind={kind} narrowed={isNarrowed(kind, search)} onCreate={onCreate} onClear={onClear} />
  const table = (narrowed: Search) => (
    <RecordTable
      kind={kind}
      search={search}
      fixed={narrowed}
      columns={shown}
      open={search.record}
      onOpen={(id) => go({ record: id, edit: undefined, tab: undefined })}
      onSort={(sort) => replace({ sort })}
      selection={selection}
      empty={empty}
    />
  )
  if (form === 'board' && stages) return <StageBoard kind={kind} search={search} field={stages} />
  if (form === 'month' && day) {
    return <MonthSheet kind={kind} search={search} field={day} fields={days} onChange={replace} />
  }
  if (form === 'print') return <PrintedList kind={kind} search={search} columns={shown} />
  const { by } = search
  if (by === undefined || columns !== undefined) return table(fixed)
  return (
    <GroupedList kind={kind} search={{ ...search, ...fixed }} by={by} columns={shown} empty={empty}>
      {(narrowed) => table({ ...fixed, ...narrowed })}
    </GroupedList>
  )
}
