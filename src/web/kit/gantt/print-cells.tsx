import type { ReactNode } from 'react'
import { textWidth } from './lanes.ts'
import type { GanttColumn } from './model.ts'

interface Props {
  readonly columns: readonly GanttColumn[]
  readonly cells: readonly string[]
  readonly y: number
  /** Text size in the drawing's units. */
  readonly size: number
}

/** One line of the table beside a printed chart; a text that is too long is set smaller, never cut. */
export function PrintCells({ columns, cells, y, size }: Props): ReactNode {
  const starts = columns.map((_, i) => columns.slice(0, i).reduce((sum, column) => sum + column.width, 4))
  return (
    <g>
      {columns.map((column, i) => {
        const text = cells[i] ?? ''
        const start = starts[i] ?? 0
        const end = column.align === 'end'
        const fontSize = fitted(text, column.width - 10, size)
        return (
          <text
            key={column.label}
            x={end ? start + column.width - 14 : start}
            y={y}
            textAnchor={end ? 'end' : 'start'}
            style={{ fontSize }}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

function fitted(text: string, room: number, size: number): number {
  const width = textWidth(text, size)
  return width > room ? (size * room) / width : size
}
