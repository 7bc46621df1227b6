import type { ReactNode } from 'react'
import type { Axis } from './axis.ts'
import { headHeights } from './head-heights.ts'
import type { Laned } from './lanes.ts'

interface Props {
  readonly axis: Axis
  readonly marks: readonly Laned[]
  readonly width: number
  /** Factor of the text size. */
  readonly size: number
}

/** Milestone labels, months and days above the chart. */
export function AxisHead({ axis, marks, width, size }: Props): ReactNode {
  const { head, lane, months } = headHeights({ axis, marks, size })
  return (
    <g className="gantt-axis">
      {axis.months.map((month) => (
        <g key={month.x}>
          <path className="gantt-rule" d={`M${month.x} ${months}v${head - months}`} />
          <text x={month.x + 4} y={months + 14 * size} className="gantt-month">
            {month.label}
          </text>
        </g>
      ))}
      {axis.ticks.map((tick) => (
        <text key={tick.x} x={tick.x + 2} y={head - 4} className="gantt-tick">
          {tick.label}
        </text>
      ))}
      {marks.map((mark) => (
        <g key={`${mark.x}${mark.label}`} className="gantt-mark-label">
          <path className="gantt-diamond" d={diamond(mark.x, mark.lane * lane + 9 * size)} />
          <text
            x={mark.x + (mark.before ? -8 : 8)}
            y={mark.lane * lane + 13 * size}
            textAnchor={mark.before ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </g>
      ))}
      {axis.provisionalFrom !== null && (
        <path className="gantt-provisional" d={`M${axis.provisionalFrom} ${head - 2}H${width}`} />
      )}
      <path className="gantt-rule" d={`M0 ${head - 0.5}h${width}`} />
    </g>
  )
}

const diamond = (x: number, y: number): string => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`
