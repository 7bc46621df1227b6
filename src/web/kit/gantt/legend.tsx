import { type ReactNode, useId } from 'react'
import { Patterns } from './patterns.tsx'
import type { GanttTexts } from './texts.ts'

/** What the shapes mean. */
export function Legend({ texts }: { readonly texts: GanttTexts }): ReactNode {
  const id = useId()
  const entries: readonly (readonly [string, ReactNode])[] = [
    [texts.tones.pale, <rect key="p" className="gantt-bar gantt-pale" x="1" y="4" width="22" height="9" />],
    [texts.tones.solid, <rect key="s" className="gantt-bar gantt-solid" x="1" y="4" width="22" height="9" />],
    [
      texts.tones.hatched,
      <rect key="h" className="gantt-bar gantt-hatched" x="1" y="4" width="22" height="9" fill={`url(#${id})`} />,
    ],
    [
      texts.critical,
      <g key="c" className="gantt-is-critical">
        <rect className="gantt-bar gantt-solid" x="1" y="5" width="22" height="9" />
        <rect className="gantt-outline" x="1" y="5" width="22" height="9" />
        <path className="gantt-wedge" d="M1 1h7l-7 7z" />
      </g>,
    ],
    [texts.slack, <path key="l" className="gantt-slack" d="M1 8h21m0 -3v6" />],
    [texts.done, <path key="d" className="gantt-done" d="M6 9l4 4l8 -9" />],
    [
      texts.flag,
      <g key="f" className="gantt-flag">
        <path d="M8 15v-12l9 3.5l-9 3.5z" />
      </g>,
    ],
    [texts.milestone, <path key="m" className="gantt-diamond" d="M12 2l6 6l-6 6l-6 -6z" />],
    [texts.baseline, <rect key="b" className="gantt-ghost" x="1" y="7" width="22" height="4" />],
    [texts.dayOff, <rect key="o" className="gantt-shade" x="4" y="1" width="16" height="15" />],
    [texts.provisional, <path key="v" className="gantt-provisional" d="M1 9h22" />],
  ]
  return (
    <ul className="gantt-legend" aria-label={texts.legend}>
      {entries.map(([label, shape]) => (
        <li key={label}>
          <svg width="24" height="17" aria-hidden="true">
            <Patterns id={id} />
            {shape}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
