import { Link } from '@tanstack/react-router'
import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import type { Selection } from './bulk/use-selection.ts'
import type { Row } from './doors.ts'
import { FieldValue } from './field-value.tsx'
import { RecordMarks } from './marks.tsx'
import { alignment } from './table-head.tsx'
import { useTitleOf } from './use-title-of.ts'

interface RecordRowProps {
  readonly kind: KindView
  readonly fields: readonly FieldView[]
  readonly row: Row
  readonly open: boolean
  readonly onOpen: (id: string) => void
  readonly selection?: Selection | undefined
}

/** The first cell is a link to the record's own address; a press anywhere on the row opens it as well. */
export function RecordRow({ kind, fields, row, open, onOpen, selection }: RecordRowProps) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  const [, ...rest] = fields
  return (
    <tr
      className={open ? 'open' : ''}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, input') === null) onOpen(row.id)
      }}
    >
      {selection && (
        <td className="cell-select">
          <input
            type="checkbox"
            aria-label={say({ zh: `选中“${titleOf(row)}”`, en: `Choose "${titleOf(row)}"` })}
            checked={selection.rows.has(row.id)}
            onChange={() => selection.toggle(row)}
          />
        </td>
      )}
      <th scope="row">
        <Link
          to="."
          search={(all: Record<string, unknown>) => ({ ...all, record: row.id, edit: undefined, tab: undefined })}
          resetScroll={false}
          aria-current={open ? 'true' : undefined}
          data-row-link
        >
          {titleOf(row)}
        </Link>{' '}
        <RecordMarks row={row} />
      </th>
      {rest.map((field) => (
        <td key={field.name} data-label={say(field.label)} className={`${alignment(field)} cell-${field.type}`}>
          <FieldValue field={field} row={row} />
        </td>
      ))}
    </tr>
  )
}
