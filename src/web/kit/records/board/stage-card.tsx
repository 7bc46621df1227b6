import { Link } from '@tanstack/react-router'
import type { DragEvent } from 'react'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import type { Row } from '../doors.ts'
import { FieldValue } from '../field-value.tsx'
import { RecordMarks } from '../marks.tsx'
import { useTitleOf } from '../use-title-of.ts'

interface StageCardProps {
  readonly kind: KindView
  readonly row: Row
  readonly field: FieldView
  readonly movable: boolean
  readonly onDrag: (event: DragEvent) => void
  readonly onMove: (stage: string) => void
}

/** So many values beside the name. */
const shown = 3

export function StageCard({ kind, row, field, movable, onDrag, onMove }: StageCardProps) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  const title = titleOf(row)
  const values = kind.list
    .flatMap((name) => kind.fields.find((one) => one.name === name) ?? [])
    .filter(({ name }) => name !== kind.title && name !== field.name && row[name] !== null)
    .slice(0, shown)
  return (
    <li className="stage-card" draggable={movable} onDragStart={onDrag}>
      <Link
        to="."
        search={(all: Record<string, unknown>) => ({ ...all, record: row.id, edit: undefined, tab: undefined })}
        resetScroll={false}
        draggable={false}
      >
        {title}
      </Link>{' '}
      <RecordMarks row={row} />
      <dl>
        {values.map((one) => (
          <div key={one.name}>
            <dt>{say(one.label)}</dt>
            <dd>
              <FieldValue field={one} row={row} />
            </dd>
          </div>
        ))}
      </dl>
      {movable && (
        <select
          className="select"
          aria-label={say({ zh: `把“${title}”移到`, en: `Move "${title}" to` })}
          value={String(row[field.name])}
          onChange={(event) => onMove(event.target.value)}
        >
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {say(option.label)}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
