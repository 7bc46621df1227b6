import { type CSSProperties, type ReactNode, useId } from 'react'
import { AxisHead } from './axis-head.tsx'
import { Backdrop } from './backdrop.tsx'
import './gantt.css'
import type { GanttModel } from './model.ts'
import { Patterns } from './patterns.tsx'
import { PrintCells } from './print-cells.tsx'
import { printLayout } from './print-layout.ts'
import { RowMarks } from './row-marks.tsx'
import type { GanttTexts } from './texts.ts'

interface Props {
  readonly model: GanttModel
  readonly texts: GanttTexts
  /** Room on the paper, in mm. */
  readonly widthMm: number
  readonly heightMm: number
}

/** Ink on white, whatever the screen's theme. */
const ink = {
  '--surface': '#fff',
  '--surface-soft': '#eef1f5',
  '--ink': '#111',
  '--ink-soft': '#555',
  '--line': '#bbb',
  '--brand': '#0b57a4',
  '--brand-soft': '#d5e5f5',
  '--red': '#c4282d',
  '--red-soft': '#fbdcdc',
  '--green': '#1d6b2f',
} as const

/**
 * The whole chart as one drawing with its columns written into it, scaled to stay inside the given room:
 * however many rows there are, it is one page.
 */
export function PrintGantt({ model, texts, widthMm, heightMm }: Props): ReactNode {
  const patternId = useId()
  const { monthLabel } = texts
  const drawn = printLayout(model, { widthMm, heightMm, monthLabel })
  const { width, height, head, left, rowHeight, size, columns, layout, axis, marks } = drawn
  const shown = model.columns.flatMap((column, i) => (column.tableOnly ? [] : [i]))
  const line = { columns, size: 12 * size }
  return (
    <svg
      className="gantt gantt-print"
      style={{ ...ink, '--gantt-size': size, width: `${widthMm}mm`, height: `${heightMm}mm` } as CSSProperties}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      aria-label={texts.grid}
    >
      <Patterns id={patternId} />
      <PrintCells {...line} cells={columns.map((column) => column.label)} y={head - 6} />
      <g transform={`translate(${left} 0)`}>
        <AxisHead axis={axis} marks={marks} width={drawn.chartWidth} size={size} />
      </g>
      <g transform={`translate(0 ${head})`}>
        <g transform={`translate(${left} 0)`}>
          <Backdrop axis={axis} layout={layout} today={texts.today} />
          {layout.groups.flatMap((group) =>
            group.rows.map((shape) => (
              <RowMarks key={shape.row.id} shape={shape} rowHeight={rowHeight} moved={0} patternId={patternId} />
            )),
          )}
        </g>
        {layout.groups.map((group) => (
          <g key={group.id}>
            <text className="gantt-month" x={4} y={group.y + rowHeight * 0.75}>
              {group.label}
            </text>
            {group.rows.map((shape) => (
              <PrintCells
                {...line}
                key={shape.row.id}
                cells={shown.map((i) => (i === 0 && shape.row.critical ? '◆ ' : '') + (shape.row.cells[i] ?? ''))}
                y={shape.y + rowHeight * 0.75}
              />
            ))}
          </g>
        ))}
      </g>
    </svg>
  )
}
