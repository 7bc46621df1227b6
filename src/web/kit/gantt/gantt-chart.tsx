import { type ReactNode, useId } from 'react'
import type { Axis } from './axis.ts'
import { Backdrop } from './backdrop.tsx'
import { type DragHandlers, useDragSlip } from './drag.ts'
import { edgesOf } from './edges.ts'
import type { GanttLayout, RowShape } from './layout.ts'
import { Patterns } from './patterns.tsx'
import { RowMarks } from './row-marks.tsx'
import type { Scale } from './scale.ts'
import type { GanttTexts } from './texts.ts'

interface Props {
  readonly layout: GanttLayout
  readonly axis: Axis
  readonly scale: Scale
  readonly focused: string | null
  readonly texts: GanttTexts
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onSlip: ((id: string, days: number) => void) | undefined
}

/** The drawing beside the table. Hidden from screen readers: the table says the same. */
export function GanttChart(props: Props): ReactNode {
  const { layout, axis, scale, focused, texts } = props
  const patternId = useId()
  const { dragged, bind } = useDragSlip(scale, props.onSlip)
  const shapes = layout.groups.flatMap((group) => group.rows)
  const atFocus = focused === null ? undefined : layout.shapeOf.get(focused)
  const noted = dragged ? layout.shapeOf.get(dragged.id) : atFocus
  return (
    <svg className="gantt-svg" width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
      <Patterns id={patternId} />
      <Backdrop axis={axis} layout={layout} today={texts.today} />
      {atFocus && <rect className="gantt-focus" x={0} y={atFocus.y} width={layout.width} height={layout.rowHeight} />}
      {shapes.map((shape) => (
        <RowMarks
          key={shape.row.id}
          shape={shape}
          rowHeight={layout.rowHeight}
          moved={dragged?.id === shape.row.id ? dragged.moved : 0}
          patternId={patternId}
        />
      ))}
      {edgesOf(layout, focused).map((edge) => (
        <path
          key={edge.key}
          className={`gantt-edge gantt-edge-${edge.direction}`}
          d={edge.path}
          markerEnd={`url(#${patternId}a)`}
        />
      ))}
      {noted?.extent && (
        <Note shape={noted} layout={layout} text={dragged ? texts.dragged(dragged.days) : noted.row.note} />
      )}
      {shapes.map((shape) => (
        <Grip
          key={shape.row.id}
          shape={shape}
          layout={layout}
          movable={props.onSlip !== undefined}
          onFocus={props.onFocus}
          onOpen={props.onOpen}
          drag={bind(shape.row.id, shape.row.bars[0]?.from ?? 0)}
        />
      ))}
    </svg>
  )
}

/** Beside the bar, or before it when the right edge is near. */
function Note({ shape, layout, text }: { shape: RowShape; layout: GanttLayout; text: string | null }): ReactNode {
  if (!text || !shape.extent) return null
  const right = Math.max(shape.extent.x + shape.extent.width, shape.slack ? shape.slack.x + shape.slack.width : 0)
  const before = right > layout.width * 0.6
  return (
    <text
      className="gantt-note"
      x={before ? shape.extent.x - 8 : right + 8}
      y={shape.y + layout.rowHeight / 2 + 4}
      textAnchor={before ? 'end' : 'start'}
    >
      {text}
    </text>
  )
}

interface GripProps {
  readonly shape: RowShape
  readonly layout: GanttLayout
  readonly movable: boolean
  readonly drag: DragHandlers
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** What the pointer meets: the bar with a little room around it, or the whole row where there is no bar. */
function Grip({ shape, layout, movable, drag, onFocus, onOpen }: GripProps): ReactNode {
  const { extent, row } = shape
  const place = extent ? { x: extent.x - 4, width: extent.width + 8 } : { x: 0, width: layout.width }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; the table's rows take the keys
    <rect
      className={extent && movable ? 'gantt-grip' : 'gantt-hit'}
      {...place}
      y={shape.y}
      height={layout.rowHeight}
      onClick={() => onFocus(row.id)}
      onDoubleClick={() => onOpen(row.id)}
      {...(extent && movable ? drag : {})}
    />
  )
}
