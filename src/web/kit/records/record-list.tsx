import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { SheetMenu } from '../sheets/sheet-menu.tsx'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { useSelection } from './bulk/use-selection.ts'
import { chosenColumns } from './columns/chosen-columns.ts'
import type { TypedValues } from './form-values.ts'
import { ListBody } from './list-body.tsx'
import { ListTools } from './list-tools.tsx'
import { RecordDrawer } from './record-drawer.tsx'
import { RecordFilters } from './record-filters.tsx'
import { formOf } from './shown-forms.ts'
import { useAddress } from './use-address.ts'
import { useRows } from './use-rows.ts'
import { ViewTabs } from './views/view-tabs.tsx'

interface RecordListProps {
  readonly kind: KindView
  /** Refs that the page itself fixes: `{ projectId: id }`. They narrow the list and fill a new record. */
  readonly fixed?: Search & TypedValues
  readonly columns?: readonly string[]
}

const none = {}

/** Everything about one kind in one place: views, filters, list, drawer, form. What is chosen stands in the address. */
export function RecordList({ kind, fixed = none, columns }: RecordListProps) {
  const say = useText()
  const { search, go, replace } = useAddress()
  const { rows } = useRows(kind, search, fixed)
  const create = () => go({ record: 'new', edit: undefined, tab: undefined })
  // Within another page the address is that page's: it has no views of its own there.
  const whole = fixed === none && columns === undefined
  const [choosing, setChoosing] = useState(false)
  const selection = useSelection()
  const bulk = whole && choosing && formOf(kind, search.shown) === 'table'
  return (
    <>
      {whole && <ViewTabs kind={kind} />}
      <div className="record-bar">
        <RecordFilters kind={kind} search={search} onChange={replace} without={Object.keys(fixed)} />
        <div className="record-bar-acts">
          <SheetMenu
            kind={kind}
            search={search}
            fixed={fixed}
            columns={columns ?? chosenColumns(kind, search.columns)}
          />
          {kind.may.write && (
            <Button type="primary" onClick={create}>
              {say({ zh: `新建${kind.labels.one.zh}`, en: `New ${kind.labels.one.en.toLowerCase()}` })}
            </Button>
          )}
        </div>
      </div>
      {whole && <ListTools kind={kind} choosing={choosing} onChoosing={setChoosing} />}
      {bulk && <BulkBar kind={kind} search={search} selection={selection} onClose={() => setChoosing(false)} />}
      <ListBody
        kind={kind}
        fixed={fixed}
        columns={columns}
        selection={bulk ? selection : undefined}
        onCreate={create}
        onClear={() => replace(cleared(kind, search))}
      />
      {search.record !== undefined && <RecordDrawer kind={kind} id={search.record} rows={rows} preset={fixed} />}
    </>
  )
}

function cleared(kind: KindView, search: Search): Readonly<Record<string, undefined>> {
  const kept = new Set(['zone', 'record', 'edit', 'tab', 'sort', 'view', 'columns', 'by', 'shown', 'day'])
  return Object.fromEntries(
    Object.keys(search)
      .filter((name) => !kept.has(name) && (kind.searchable || name !== 'q'))
      .map((name) => [name, undefined]),
  )
}
