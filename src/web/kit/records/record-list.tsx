import { Button } from 'antd'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { isNarrowed } from './address.ts'
import type { TypedValues } from './form-values.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { RecordFilters } from './record-filters.tsx'
import { RecordTable } from './record-table.tsx'
import { useAddress } from './use-address.ts'
import { useRows } from './use-rows.ts'
import { ZeroState } from './zero-state.tsx'

interface RecordListProps {
  readonly kind: KindView
  /** Refs that the page itself fixes: `{ projectId: id }`. They narrow the list and fill a new record. */
  readonly fixed?: Search & TypedValues
  readonly columns?: readonly string[]
}

const none = {}

/** Everything about one kind in one place: filters, list, drawer, form. What is chosen stands in the address. */
export function RecordList({ kind, fixed = none, columns }: RecordListProps) {
  const say = useText()
  const { search, go, replace } = useAddress()
  const { rows } = useRows(kind, search, fixed)
  const create = () => go({ record: 'new', edit: undefined, tab: undefined })
  const clear = () => replace(cleared(kind, search))
  return (
    <>
      <div className="record-bar">
        <RecordFilters kind={kind} search={search} onChange={replace} without={Object.keys(fixed)} />
        {kind.may.write && (
          <Button type="primary" onClick={create}>
            {say({ zh: `新建${kind.labels.one.zh}`, en: `New ${kind.labels.one.en.toLowerCase()}` })}
          </Button>
        )}
      </div>
      <RecordTable
        kind={kind}
        search={search}
        fixed={fixed}
        {...(columns && { columns })}
        open={search.record}
        onOpen={(id) => go({ record: id, edit: undefined, tab: undefined })}
        onSort={(sort) => replace({ sort })}
        empty={<ZeroState kind={kind} narrowed={isNarrowed(kind, search)} onCreate={create} onClear={clear} />}
      />
      {search.record !== undefined && <RecordDrawer kind={kind} id={search.record} rows={rows} preset={fixed} />}
    </>
  )
}

function cleared(kind: KindView, search: Search): Readonly<Record<string, undefined>> {
  const kept = new Set(['zone', 'record', 'edit', 'tab', 'sort'])
  return Object.fromEntries(
    Object.keys(search)
      .filter((name) => !kept.has(name) && (kind.searchable || name !== 'q'))
      .map((name) => [name, undefined]),
  )
}
