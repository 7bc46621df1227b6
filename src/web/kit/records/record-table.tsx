import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { Failure } from '../failure.tsx'
import { Opening } from '../opening.tsx'
import type { Selection } from './bulk/use-selection.ts'
import { RecordRow } from './record-row.tsx'
import { TableHead } from './table-head.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useRows } from './use-rows.ts'
import './records.css'

interface RecordTableProps {
  readonly kind: KindView
  /** What narrows and orders the list, in the server's names. */
  readonly search: Search
  /** Narrows the list whatever the address says: `{ projectId: id }` on the page of a project. */
  readonly fixed?: Search
  /** Columns instead of the kind's own. */
  readonly columns?: readonly string[]
  /** The record that is open beside the list. */
  readonly open?: string | undefined
  readonly onOpen: (id: string) => void
  readonly onSort: (sort: string) => void
  /** Rows that are being chosen for a bulk act. */
  readonly selection?: Selection | undefined
  /** Shown in place of an empty list. */
  readonly empty: ReactNode
}

/** A kind's list. J and K walk along the rows, Enter opens one; on a phone each row is a card. */
export function RecordTable({
  kind,
  search,
  fixed,
  onOpen,
  onSort,
  empty,
  open,
  selection,
  columns = kind.list,
}: RecordTableProps) {
  const say = useText()
  const list = useRows(kind, search, fixed)
  const body = useRowKeys()
  if (list.error !== null) return <Failure error={list.error} onRetry={() => list.refetch()} />
  if (list.rows === undefined) return <Opening />
  if (list.rows.length === 0) return empty
  const shown = columns.flatMap((name) => kind.fields.find((field) => field.name === name) ?? [])
  return (
    <div className="records" aria-busy={list.isPlaceholderData}>
      <table className="records-table">
        <caption className="visually-hidden">{say(kind.labels.many)}</caption>
        <TableHead
          kind={kind}
          fields={shown}
          sort={search.sort ?? kind.sort}
          onSort={onSort}
          {...(selection && { selection, rows: list.rows })}
        />
        <tbody ref={body}>
          {list.rows.map((row) => (
            <RecordRow
              key={row.id}
              kind={kind}
              fields={shown}
              row={row}
              open={row.id === open}
              onOpen={onOpen}
              selection={selection}
            />
          ))}
        </tbody>
      </table>
      <div className="records-foot">
        <p role="status" className="soft small">
          {say(countText(list.rows.length, list.hasNextPage))}
        </p>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {say({ zh: '显示更多', en: 'Show more' })}
          </Button>
        )}
        <p className="soft small records-keys">
          {say({ zh: 'J / K 上下移动，回车打开', en: 'J / K to move, Enter to open' })}
        </p>
      </div>
    </div>
  )
}

function countText(count: number, more: boolean) {
  return more
    ? { zh: `已显示 ${count} 条，后面还有`, en: `${count} shown, there are more` }
    : { zh: `共 ${count} 条`, en: `${count} in all` }
}
