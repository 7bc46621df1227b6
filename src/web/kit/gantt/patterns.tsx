import type { ReactNode } from 'react'

/** Hatching for waiting (`id`, and `id` + c where it is critical) and the arrow head of dependency lines. */
export function Patterns({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <Hatch id={id} tone="gantt-hatch-line" />
      <Hatch id={`${id}c`} tone="gantt-hatch-critical" />
      <marker id={`${id}a`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0l8 4l-8 4z" className="gantt-arrow" />
      </marker>
    </defs>
  )
}

function Hatch({ id, tone }: { readonly id: string; readonly tone: string }): ReactNode {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" className="gantt-hatch-ground" />
      <rect width="2" height="5" className={tone} />
    </pattern>
  )
}
