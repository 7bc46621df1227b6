import { Button } from 'antd'
import { useEffect } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { FieldValue } from '../field-value.tsx'
import { GroupSums } from '../groups/group-sums.tsx'
import { summedColumns, useGroups } from '../groups/use-groups.ts'
import { readableMoment } from '../moments.ts'
import { useRows } from '../use-rows.ts'
import { useTitleOf } from '../use-title-of.ts'
import './print.css'

interface PrintedListProps {
  readonly kind: KindView
  readonly search: Search
  readonly columns: readonly string[]
}

/** What a sheet of paper is still read for. */
const most = 1_000

/** The whole list as it goes to paper: every record that the conditions let through, its sums, and when it was printed. */
export function PrintedList({ kind, search, columns }: PrintedListProps) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  const list = useRows(kind, search, { limit: '200' })
  const { data: whole } = useGroups(kind, { search, sums: summedColumns(kind, columns) })
  const { rows = [], hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = hasNextPage && rows.length < most
  useEffect(() => {
    if (more && !isFetchingNextPage) void fetchNextPage()
  }, [more, isFetchingNextPage, fetchNextPage])
  if (list.error !== null) return <Failure error={list.error} onRetry={() => list.refetch()} />
  if (list.rows === undefined || more) return <Opening />
  const fields = columns.flatMap((name) => kind.fields.find((field) => field.name === name) ?? [])
  return (
    <section className="printed">
      <div className="form-actions no-print">
        <Button type="primary" onClick={() => print()}>
          {say({ zh: `打印 ${rows.length} 条`, en: `Print ${rows.length}` })}
        </Button>
      </div>
      <p className="soft small">
        {say({ zh: `共 ${whole?.count ?? rows.length} 条`, en: `${whole?.count ?? rows.length} in all` })}
        {hasNextPage && say({ zh: `，只印前 ${rows.length} 条`, en: `; the first ${rows.length} are printed` })} ·{' '}
        {readableMoment(new Date().toISOString())} {whole && <GroupSums kind={kind} sums={whole.sums} />}
      </p>
      <table className="printed-table">
        <caption className="visually-hidden">{say(kind.labels.many)}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '序号', en: 'No.' })}</th>
            {fields.map((field) => (
              <th key={field.name} scope="col">
                {say(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <td className="number">{i + 1}</td>
              {fields.map((field) => (
                <td key={field.name}>
                  {field.name === kind.title ? titleOf(row) : <FieldValue field={field} row={row} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
