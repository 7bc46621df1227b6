import { Button } from 'antd'
import type { DragEvent } from 'react'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import type { Row } from '../doors.ts'
import { useRows } from '../use-rows.ts'
import { StageCard } from './stage-card.tsx'

interface StageColumnProps {
  readonly kind: KindView
  readonly search: Search
  readonly field: FieldView
  readonly stage: FieldView['options'][number]
  readonly count: number
  /** A card is held over it. */
  readonly over: boolean
  readonly onOver: (is: boolean) => void
  readonly onMove: (row: Row, stage: string) => void
}

const dragType = 'application/x-luodi-record'

/** One stage with its cards. */
export function StageColumn({ kind, search, field, stage, count, over, onOver, onMove }: StageColumnProps) {
  const say = useText()
  const list = useRows(kind, search, { [field.name]: stage.value })
  const takes = kind.may.write && field.writable === 'always'
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onOver(false)
    const row = JSON.parse(event.dataTransfer.getData(dragType) || 'null') as Row | null
    if (row !== null) onMove(row, stage.value)
  }
  const holds = (event: DragEvent) => takes && event.dataTransfer.types.includes(dragType)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keyboard way on every card
    <div
      className={over ? 'stage stage-over' : 'stage'}
      onDragOver={(event) => {
        if (!holds(event)) return
        event.preventDefault()
        onOver(true)
      }}
      onDragLeave={() => onOver(false)}
      onDrop={drop}
    >
      <h2>
        {say(stage.label)} <span className="soft number">{count}</span>
      </h2>
      {list.error !== null && <Failure error={list.error} onRetry={() => list.refetch()} />}
      <ul>
        {(list.rows ?? []).map((row) => (
          <StageCard
            key={row.id}
            kind={kind}
            row={row}
            field={field}
            movable={takes && row.archivedAt === null}
            onDrag={(event) => event.dataTransfer.setData(dragType, JSON.stringify(row))}
            onMove={(to) => onMove(row, to)}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {say({ zh: '显示更多', en: 'Show more' })}
        </Button>
      )}
    </div>
  )
}
