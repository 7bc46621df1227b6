import { type CSSProperties, type ReactNode, useId } from 'react'
import { buildAxis } from './axis.ts'
import { AxisHead, headHeight } from './axis-head.tsx'
import { Backdrop } from './backdrop.tsx'
import './gantt.css'
import { laneLabels } from './lanes.ts'
import { lastOffset, layoutGantt } from './layout.ts'
import type { GanttModel } from './model.ts'
import { Patterns } from './patterns.tsx'
import { RowMarks } from './row-marks.tsx'
import { buildScale } from './scale.ts'
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
  '--gantt-size': 1,
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
} as CSSProperties

const pxPerMm = 96 / 25.4
const maxRow = 26

/**
 * The whole chart as one drawing with its columns written into it, scaled to stay inside the given room:
 * however many rows there are, it is one page.
 */
export function PrintGantt({ model, texts, widthMm, heightMm }: Props): ReactNode {
  const patternId = useId()
  const shown = model.columns.flatMap((column, i) => (column.tableOnly ? [] : [i]))
  const left = shown.reduce((sum, i) => sum + (model.columns[i]?.width ?? 0), 0)
  const lines = model.rows.length + new Set(model.rows.map((row) => row.group)).size
  const natural = 70 + lines * 18
  const height = Math.max(natural, heightMm * pxPerMm)
  const width = (height * widthMm) / heightMm
  const rowHeight = Math.min(maxRow, (height - 70) / Math.max(1, lines))
  const scale = buildScale({
    calendar: model.calendar,
    dayZero: model.dayZero,
    lastOffset: lastOffset(model),
    dayWidth: null,
    fitWidth: width - left,
  })
  const layout = layoutGantt(model, scale, rowHeight)
  const axis = buildAxis(scale, texts.monthLabel)
  const marks = laneLabels(layout.marks, scale.width)
  const head = headHeight(marks, axis.ticks.length > 0)
  return (
    <svg
      className="gantt gantt-print"
      style={{ ...ink, width: `${widthMm}mm`, height: `${heightMm}mm` }}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      aria-label={texts.grid}
    >
      <Patterns id={patternId} />
      <Columns model={model} shown={shown} y={head - 6} />
      <g transform={`translate(${left} 0)`}>
        <AxisHead axis={axis} marks={marks} width={scale.width} />
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
            <text className="gantt-month" x={4} y={group.y + rowHeight * 0.7}>
              {group.label}
            </text>
            {group.rows.map((shape) => (
              <Cells
                key={shape.row.id}
                model={model}
                shown={shown}
                cells={shape.row.cells}
                y={shape.y + rowHeight * 0.7}
                critical={shape.row.critical}
              />
            ))}
          </g>
        ))}
      </g>
    </svg>
  )
}

function Columns({ model, shown, y }: { model: GanttModel; shown: readonly number[]; y: number }): ReactNode {
  return (
    <Cells model={model} shown={shown} cells={model.columns.map((column) => column.label)} y={y} critical={false} />
  )
}

interface CellsProps {
  readonly model: GanttModel
  readonly shown: readonly number[]
  readonly cells: readonly string[]
  readonly y: number
  readonly critical: boolean
}

/** One line of text; a name that is too long is squeezed, never cut. */
function Cells({ model, shown, cells, y, critical }: CellsProps): ReactNode {
  let x = 4
  return (
    <g>
      {shown.map((i) => {
        const column = model.columns[i]
        const width = column?.width ?? 0
        const at = x
        x += width
        const text = (i === 0 && critical ? '◆ ' : '') + (cells[i] ?? '')
        const end = column?.align === 'end'
        return (
          <text
            key={column?.label}
            x={end ? at + width - 12 : at}
            y={y}
            textAnchor={end ? 'end' : 'start'}
            {...squeeze(text, width - 10)}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

function squeeze(text: string, room: number): { textLength?: number; lengthAdjust?: 'spacingAndGlyphs' } {
  let units = 0
  for (const char of text) units += char.charCodeAt(0) > 0x2e80 ? 12 : 6.9
  return units > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {}
}
