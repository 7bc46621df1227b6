import type { ReactNode } from 'react'
import type { Axis } from './axis.ts'
import type { GanttLayout } from './layout.ts'

interface Props {
  readonly axis: Axis
  readonly layout: GanttLayout
  readonly today: string
}

/** Days off, worked weekends, months, groups, milestone lines and today, behind the bars. */
export function Backdrop({ axis, layout, today }: Props): ReactNode {
  const { height, width, rowHeight } = layout
  return (
    <g className="gantt-backdrop">
      {axis.shades.map((shade) => (
        <rect key={shade.x} className="gantt-shade" x={shade.x} y={0} width={shade.width} height={height} />
      ))}
      {axis.worked.map((x) => (
        <path key={x} className="gantt-worked" d={`M${x + 1} 1h4M${x + 1} ${height - 1}h4`} />
      ))}
      {axis.months.map((month) => (
        <path key={month.x} className="gantt-rule" d={`M${month.x} 0v${height}`} />
      ))}
      {layout.groups.map((group) => (
        <rect key={group.id} className="gantt-group-band" x={0} y={group.y} width={width} height={rowHeight} />
      ))}
      {layout.marks.map((mark) => (
        <path key={`${mark.x}${mark.label}`} className="gantt-mark-line" d={`M${mark.x} 0v${height}`} />
      ))}
      {layout.today !== null && (
        <g className="gantt-today">
          <path d={`M${layout.today} 0v${height}`} />
          <text x={layout.today + 3} y={3} dominantBaseline="hanging">
            {today}
          </text>
        </g>
      )}
    </g>
  )
}
