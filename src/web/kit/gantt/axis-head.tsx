import type { ReactNode } from 'react'
import type { Axis } from './axis.ts'
import type { Laned } from './lanes.ts'

interface Props {
  readonly axis: Axis
  readonly marks: readonly Laned[]
  readonly width: number
  readonly y?: number
}

const laneHeight = 17
const monthHeight = 20
const tickHeight = 15

export function headHeight(marks: readonly Laned[], ticks: boolean): number {
  const lanes = marks.reduce((most, mark) => Math.max(most, mark.lane + 1), 0)
  return lanes * laneHeight + monthHeight + (ticks ? tickHeight : 4)
}

/** Milestone labels, months and days above the chart. */
export function AxisHead({ axis, marks, width, y = 0 }: Props): ReactNode {
  const height = headHeight(marks, axis.ticks.length > 0)
  const monthY = y + height - monthHeight - (axis.ticks.length > 0 ? tickHeight : 4)
  return (
    <g className="gantt-axis">
      {axis.months.map((month) => (
        <g key={month.x}>
          <path className="gantt-rule" d={`M${month.x} ${monthY}v${y + height - monthY}`} />
          <text x={month.x + 4} y={monthY + 14} className="gantt-month">
            {month.label}
          </text>
        </g>
      ))}
      {axis.ticks.map((tick) => (
        <text key={tick.x} x={tick.x + 2} y={y + height - 4} className="gantt-tick">
          {tick.label}
        </text>
      ))}
      {marks.map((mark) => (
        <g key={`${mark.x}${mark.label}`} className="gantt-mark-label">
          <path className="gantt-diamond" d={diamond(mark.x, y + mark.lane * laneHeight + 9)} />
          <text
            x={mark.x + (mark.before ? -8 : 8)}
            y={y + mark.lane * laneHeight + 13}
            textAnchor={mark.before ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </g>
      ))}
      <path className="gantt-rule" d={`M0 ${y + height - 0.5}h${width}`} />
    </g>
  )
}

const diamond = (x: number, y: number): string => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`
