import type { GanttLayout, RowShape } from './layout.ts'

export interface EdgeShape {
  readonly key: string
  /** SVG path of right angles with an arrow head at its end. */
  readonly path: string
  /** `in` = the focused row waits for the other; `out` = the other waits for it. */
  readonly direction: 'in' | 'out'
}

/** Dependency lines of the focused row, both ways; rows that are not drawn have none. */
export function edgesOf(layout: GanttLayout, focused: string | null): EdgeShape[] {
  const target = focused === null ? undefined : layout.shapeOf.get(focused)
  if (!target) return []
  const edges: EdgeShape[] = []
  for (const hold of target.row.holds) {
    const path = connect(layout, layout.shapeOf.get(hold.by), target, hold.kind)
    if (path) edges.push({ key: `in:${hold.by}:${hold.kind}`, path, direction: 'in' })
  }
  for (const other of layout.shapeOf.values()) {
    for (const hold of other.row.holds) {
      if (hold.by !== focused || other === target) continue
      const path = connect(layout, target, other, hold.kind)
      if (path) edges.push({ key: `out:${other.row.id}:${hold.kind}`, path, direction: 'out' })
    }
  }
  return edges
}

function connect(layout: GanttLayout, from: RowShape | undefined, to: RowShape, kind: 'start' | 'end'): string | null {
  if (!from?.extent || !to.extent) return null
  const middle = layout.rowHeight / 2
  const x1 = from.extent.x + from.extent.width
  const x2 = kind === 'start' ? to.extent.x : to.extent.x + to.extent.width
  const y1 = from.y + middle
  const down = to.y > from.y
  const y2 = to.y + middle + (down ? -middle * 0.55 : middle * 0.55)
  const turn = Math.max(x1 + 5, Math.min(x2, x1 + 5))
  const lane = to.y + (down ? 0 : layout.rowHeight)
  return `M${r(x1)} ${r(y1)}H${r(turn)}V${r(lane)}H${r(x2)}V${r(y2)}`
}

const r = (value: number): number => Math.round(value * 10) / 10
