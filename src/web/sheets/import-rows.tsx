import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { KindView } from '../../kernel/kind-view.ts'
import type { Label } from '../../kernel/label.ts'
import { type ImportView, type RowState, rowStates } from '../../kernel/sheet-view.ts'
import { listImportRows } from '../../platform/sheets/contract.ts'
import { call } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { useAddress } from '../kit/records/use-address.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useText } from '../text.tsx'
import { ImportTable } from './import-table.tsx'
import { TakeLine } from './take-line.tsx'

const words: Readonly<Record<RowState, Label>> = {
  bad: { zh: '有错误', en: 'Faults' },
  refused: { zh: '未能写入', en: 'Not taken' },
  new: { zh: '新增', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  created: { zh: '已新建', en: 'Created' },
  updated: { zh: '已修改', en: 'Updated' },
  same: { zh: '没有变化', en: 'The same' },
}
/** What needs somebody first. */
const order: readonly RowState[] = ['bad', 'refused', 'new', 'changed', 'created', 'updated', 'same']

interface ImportRowsProps {
  readonly kind: KindView
  readonly view: ImportView
}

/** The lines of the file by what they are, page by page. */
export function ImportRows({ kind, view }: ImportRowsProps) {
  const say = useText()
  const { search, replace } = useAddress()
  const there = order.filter((state) => view.counts[state] > 0)
  const asked = rowStates.find((state) => state === search.rows)
  const chosen = asked !== undefined && there.includes(asked) ? asked : (there[0] ?? 'same')
  return (
    <Tabs
      label={say({ zh: '各行比对结果', en: 'Lines by what they are' })}
      tabs={there.map((state) => ({ key: state, label: `${say(words[state])} ${view.counts[state]}` }))}
      chosen={chosen}
      onChoose={(state) => replace({ rows: state })}
    >
      <Rows key={chosen} kind={kind} view={view} state={chosen} />
    </Tabs>
  )
}

function Rows({ kind, view, state }: ImportRowsProps & { readonly state: RowState }) {
  const say = useText()
  const { zone } = useMember()
  const input = { zone: zone.code, id: view.id, state, limit: 50 }
  const pages = useInfiniteQuery({
    queryKey: [listImportRows.name, input],
    queryFn: ({ signal, pageParam }) => call(listImportRows, { ...input, after: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  if (pages.data === undefined) return <Opening />
  const rows = pages.data.pages.flatMap((page) => page.rows)
  return (
    <ImportTable
      kind={kind}
      caption={words[state]}
      rows={rows}
      act={(row) => row.ask && view.state === 'compared' && <TakeLine key={row.number} view={view} row={row} />}
    >
      <div className="records-foot">
        <p role="status" className="soft small">
          {say({
            zh: `已显示 ${rows.length} 行，共 ${view.counts[state]} 行`,
            en: `${rows.length} of ${view.counts[state]} lines shown`,
          })}
        </p>
        {pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {say({ zh: '显示更多', en: 'Show more' })}
          </Button>
        )}
      </div>
    </ImportTable>
  )
}
