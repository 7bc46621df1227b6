import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react'
import { Choice } from '../choice.tsx'
import { buildAxis } from './axis.ts'
import { AxisHead } from './axis-head.tsx'
import { GanttChart } from './gantt-chart.tsx'
import { GanttTable } from './gantt-table.tsx'
import { headHeights } from './head-heights.ts'
import './gantt.css'
import { laneLabels } from './lanes.ts'
import { lastOffset, layoutGantt } from './layout.ts'
import { Legend } from './legend.tsx'
import type { GanttModel } from './model.ts'
import { buildScale } from './scale.ts'
import type { GanttTexts } from './texts.ts'
import { useWidth } from './use-width.ts'

interface Props {
  readonly model: GanttModel
  readonly texts: GanttTexts
  /** Factor of the text size: 1, or more for large type. */
  readonly size: number
  readonly onOpen: (id: string) => void
  /** Days, halves occur, negative = earlier; absent = rows cannot be moved. */
  readonly onSlip?: (id: string, days: number) => void
  readonly onEscape?: () => void
}

const zooms = { fit: null, month: 3, week: 9, day: 22 } as const
type Zoom = keyof typeof zooms

/** Row heights in px; with large type a row is as tall as any other control. */
const usualRow = 28
const largeRow = 44

/** A chart of working days with its table twin: the same rows, readable, focusable and complete without the drawing. */
export function Gantt(props: Props): ReactNode {
  const { model, texts, size } = props
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [focused, setFocused] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const boxWidth = useWidth(box)
  const chart = view === 'chart'
  const shown = model.columns.flatMap((column, i) => (chart && column.tableOnly ? [] : [i]))
  const tableWidth = shown.reduce((sum, i) => sum + (model.columns[i]?.width ?? 0) * size, 0)
  const rowHeight = size > 1 ? largeRow : usualRow
  const drawn = useMemo(() => {
    const scale = buildScale({
      calendar: model.calendar,
      dayZero: model.dayZero,
      lastOffset: lastOffset(model),
      dayWidth: zooms[zoom],
      fitWidth: Math.max(320, boxWidth - tableWidth - 2),
    })
    const layout = layoutGantt(model, scale, rowHeight)
    const axis = buildAxis(scale, texts.monthLabel)
    const marks = laneLabels(layout.marks, scale.width, 12 * size)
    return { scale, layout, axis, marks, head: headHeights({ axis, marks, size }).head }
  }, [model, texts, zoom, boxWidth, tableWidth, rowHeight, size])
  const style = { '--gantt-size': size } as CSSProperties
  const columns = model.columns.map((column) => ({ ...column, width: column.width * size }))
  return (
    <section className="gantt" style={style} aria-label={texts.grid}>
      <div className="gantt-tools">
        <Choice
          label={texts.view}
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: texts.chart },
            { value: 'table', label: texts.table },
          ]}
        />
        {chart && (
          <Choice
            label={texts.zoom}
            value={zoom}
            onChange={setZoom}
            options={(Object.keys(zooms) as Zoom[]).map((value) => ({ value, label: texts[value] }))}
          />
        )}
        <span className="gantt-help">{texts.help}</span>
      </div>
      <div className="gantt-scroll" ref={box}>
        <div className="gantt-inner" style={{ width: chart ? tableWidth + drawn.layout.width : '100%' }}>
          <div className="gantt-left" style={{ width: chart ? tableWidth : '100%' }}>
            <GanttTable
              {...drawn}
              columns={columns}
              shown={shown}
              head={chart ? drawn.head : rowHeight}
              focused={focused}
              texts={texts}
              onFocus={setFocused}
              onOpen={props.onOpen}
              onSlip={props.onSlip}
              onEscape={props.onEscape}
            />
          </div>
          {chart && (
            <div className="gantt-right">
              <svg className="gantt-head" width={drawn.layout.width} height={drawn.head} aria-hidden="true">
                <AxisHead axis={drawn.axis} marks={drawn.marks} width={drawn.layout.width} size={size} />
              </svg>
              <GanttChart
                {...drawn}
                focused={focused}
                texts={texts}
                onFocus={setFocused}
                onOpen={props.onOpen}
                onSlip={props.onSlip}
              />
            </div>
          )}
        </div>
      </div>
      {chart && <Legend texts={texts} />}
    </section>
  )
}
