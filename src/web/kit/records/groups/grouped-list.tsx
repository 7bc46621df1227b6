import { type ReactNode, useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { filtersOfGroup, type GroupOutput, partsOfGroup } from '../../../../kernel/record-group.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { useValueText } from '../field-value.tsx'
import { GroupSums } from './group-sums.tsx'
import { summedColumns, useGroups } from './use-groups.ts'
import './groups.css'

interface GroupedListProps {
  readonly kind: KindView
  readonly search: Search
  readonly by: string
  readonly columns: readonly string[]
  /** The list of one group, narrowed by these parameters. */
  readonly children: (narrowed: Search) => ReactNode
  readonly empty: ReactNode
}

/** A list in groups, each with its count and sums; pressed, it shows its rows. The sums of all stand beneath. */
export function GroupedList({ kind, search, by, columns, children, empty }: GroupedListProps) {
  const say = useText()
  const sums = summedColumns(kind, columns)
  const { data, error, refetch, isPlaceholderData } = useGroups(kind, { search, by, sums })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.count === 0) return empty
  return (
    <div className="groups" aria-busy={isPlaceholderData}>
      {data.groups.map((group) => (
        <OneGroup key={group.key ?? ''} kind={kind} by={by} group={group}>
          {children}
        </OneGroup>
      ))}
      {data.more && (
        <p className="soft small">
          {say({ zh: '组太多，只列出最大的 200 组。', en: 'Too many groups: the largest 200 are shown.' })}
        </p>
      )}
      <p className="groups-whole">
        <strong>{say({ zh: `合计 ${data.count} 条`, en: `${data.count} in all` })}</strong>
        <GroupSums kind={kind} sums={data.sums} />
      </p>
    </div>
  )
}

interface OneGroupProps {
  readonly kind: KindView
  readonly by: string
  readonly group: GroupOutput['groups'][number]
  readonly children: (narrowed: Search) => ReactNode
}

function OneGroup({ kind, by, group, children }: OneGroupProps) {
  const say = useText()
  const text = useValueText()
  const [open, setOpen] = useState(false)
  const { name, span } = partsOfGroup(by)
  const field = kind.fields.find((one) => one.name === name)
  if (field === undefined) return null
  const { key, count, sums } = group
  const value = field.type === 'yesNo' ? key === 'true' : key
  const title = key === null ? say({ zh: '未填写', en: 'Not filled in' }) : span ? key : text(field, value, group.name)
  return (
    <section className="group">
      <h2>
        <button type="button" className="group-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {title}
          <span className="group-count">{say({ zh: `${count} 条`, en: String(count) })}</span>
          <GroupSums kind={kind} sums={sums} />
        </button>
      </h2>
      {open && children(filtersOfGroup(by, field.type, key))}
    </section>
  )
}
