import type { ReactNode } from 'react'
import type { RowShape } from './layout.ts'

interface Props {
  readonly shape: RowShape
  readonly rowHeight: number
  /** Pixels that the bars are moved by while being dragged. */
  readonly moved: number
  readonly patternId: string
}

/** Everything drawn in one row. Critical is told by outline and wedge as well as by colour. */
export function RowMarks({ shape, rowHeight, moved, patternId }: Props): ReactNode {
  const middle = shape.y + rowHeight / 2
  const height = Math.round(rowHeight * 0.42)
  const top = middle - height / 2
  const { row, extent } = shape
  return (
    <g className={row.critical ? 'gantt-row gantt-is-critical' : 'gantt-row'}>
      {shape.baseline && (
        <rect
          className="gantt-ghost"
          x={shape.baseline.x}
          y={middle + height / 2 + 1}
          width={shape.baseline.width}
          height={4}
        />
      )}
      {shape.slack && <Slack x={shape.slack.x} width={shape.slack.width} y={middle} />}
      <g transform={moved === 0 ? undefined : `translate(${moved} 0)`}>
        {shape.bars.map((bar) => (
          <rect
            key={`${bar.tone}${bar.x}`}
            className={`gantt-bar gantt-${bar.tone}`}
            x={bar.x}
            y={top}
            width={bar.width}
            height={height}
            fill={bar.tone === 'hatched' ? `url(#${patternId}${row.critical ? 'c' : ''})` : undefined}
          />
        ))}
        {row.critical && extent && <Outline x={extent.x} y={top} width={extent.width} height={height} />}
      </g>
      {row.done && <path className="gantt-done" d={`M4 ${middle}l4 4l8 -9`} />}
      {shape.flags.map((flag) => (
        <Flag key={`${flag.x}${flag.text}`} x={flag.x} y={top - 2} late={flag.late} text={flag.text} />
      ))}
      {shape.diamond !== null && <Diamond x={shape.diamond} y={middle} size={height * 0.62} />}
    </g>
  )
}

function Slack({ x, y, width }: { x: number; y: number; width: number }): ReactNode {
  return <path className="gantt-slack" d={`M${x} ${y}h${width}m0 -3v6`} />
}

function Outline({ x, y, width, height }: { x: number; y: number; width: number; height: number }): ReactNode {
  return (
    <>
      <rect className="gantt-outline" x={x} y={y} width={width} height={height} />
      <path className="gantt-wedge" d={`M${x} ${y - 4}h7l-7 7z`} />
    </>
  )
}

function Flag({ x, y, late, text }: { x: number; y: number; late: boolean; text: string }): ReactNode {
  const head = late ? 'h9v7h-9z' : 'l9 3.5l-9 3.5z'
  return (
    <g className={late ? 'gantt-flag gantt-late' : 'gantt-flag'}>
      <title>{text}</title>
      <path d={`M${x} ${y + 12}v-12${head}`} />
      {late && (
        <text x={x + 4.5} y={y + 6.5} textAnchor="middle">
          !
        </text>
      )}
    </g>
  )
}

export function Diamond({ x, y, size }: { x: number; y: number; size: number }): ReactNode {
  return <path className="gantt-diamond" d={`M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`} />
}
