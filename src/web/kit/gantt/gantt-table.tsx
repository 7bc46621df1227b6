import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { keyAction } from './keys.ts'
import type { GanttLayout, RowShape } from './layout.ts'
import type { GanttColumn } from './model.ts'
import type { GanttTexts } from './texts.ts'

interface Props {
  readonly layout: GanttLayout
  readonly columns: readonly GanttColumn[]
  /** Positions of the shown columns within a row's cells. */
  readonly shown: readonly number[]
  readonly head: number
  readonly focused: string | null
  readonly texts: GanttTexts
  readonly onFocus: (id: string | null) => void
  readonly onOpen: (id: string) => void
  readonly onSlip: ((id: string, days: number) => void) | undefined
  readonly onEscape: (() => void) | undefined
}

/** The twin of the chart: one table row for each bar, one tab stop, arrows inside. */
export function GanttTable(props: Props): ReactNode {
  const { layout, columns, shown, focused } = props
  const body = useRef<HTMLTableElement>(null)
  const ids = [...layout.shapeOf.keys()]
  const stop = focused !== null && layout.shapeOf.has(focused) ? focused : ids[0]
  useEffect(() => {
    if (focused === null || !body.current?.contains(document.activeElement)) return
    body.current.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(focused)}"]`)?.focus()
  }, [focused])
  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target.closest('tr')?.dataset.id : undefined
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return
    const action = keyAction(event.key, ids, at)
    if (!action || (action.do === 'slip' && !props.onSlip)) return
    event.preventDefault()
    if (action.do === 'focus') props.onFocus(action.id)
    else if (action.do === 'open') props.onOpen(at)
    else if (action.do === 'slip') props.onSlip?.(at, action.days)
    else props.onEscape?.()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const name = event.target instanceof Element ? event.target.closest('.gantt-name') : null
    const id = name?.closest('tr')?.dataset.id
    if (id !== undefined) props.onOpen(id)
  }
  return (
    <table
      ref={body}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take the focus, so the table is a grid
      role="grid"
      aria-label={props.texts.grid}
      className="gantt-table"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <colgroup>
        {shown.map((i) => (
          <col key={columns[i]?.label} style={{ width: columns[i]?.width }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: props.head }}>
          {shown.map((i) => (
            <th key={columns[i]?.label} scope="col" className={columns[i]?.align === 'end' ? 'gantt-end' : undefined}>
              {columns[i]?.label}
            </th>
          ))}
        </tr>
      </thead>
      {layout.groups.map((group) => (
        <tbody key={group.id}>
          <tr style={{ height: layout.rowHeight }} className="gantt-group">
            <th scope="rowgroup" colSpan={shown.length}>
              {group.label}
            </th>
          </tr>
          {group.rows.map((shape) => (
            <Row key={shape.row.id} shape={shape} stop={shape.row.id === stop} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ shape, stop, ...props }: Props & { readonly shape: RowShape; readonly stop: boolean }): ReactNode {
  const { row } = shape
  return (
    <tr
      data-id={row.id}
      tabIndex={stop ? 0 : -1}
      aria-selected={row.id === props.focused}
      style={{ height: props.layout.rowHeight }}
      className={row.critical ? 'gantt-critical' : row.done ? 'gantt-ahead' : undefined}
      onFocus={() => props.onFocus(row.id)}
      onDoubleClick={() => props.onOpen(row.id)}
    >
      {props.shown.map((i) => (
        <td
          key={props.columns[i]?.label}
          className={i === 0 ? 'gantt-name' : props.columns[i]?.align === 'end' ? 'gantt-end' : undefined}
          title={row.cells[i]}
        >
          {row.cells[i]}
        </td>
      ))}
    </tr>
  )
}
