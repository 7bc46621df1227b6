import type { ReactNode } from 'react'
import type { KindView } from '../../kernel/kind-view.ts'
import type { Label } from '../../kernel/label.ts'
import type { ImportRow, RowIssue } from '../../kernel/sheet-view.ts'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { useText } from '../text.tsx'

interface ImportTableProps {
  readonly kind: KindView
  readonly caption: Label
  readonly rows: readonly ImportRow[]
  /** Beneath what is wrong with a line: what can be done about it. */
  readonly act?: (row: ImportRow) => ReactNode
  readonly children: ReactNode
}

/** Lines of the file: number, name, what each cell would become, what is wrong. */
export function ImportTable({ kind, caption, rows, act, children }: ImportTableProps) {
  const say = useText()
  const labelOf = (field: string | null) => {
    const found = kind.fields.find(({ name }) => name === field)
    return found === undefined ? '' : say(found.label)
  }
  const columns: readonly Column<ImportRow>[] = [
    {
      label: { zh: '行', en: 'Line' },
      cell: ({ number, title }) => (
        <>
          <span className="import-number">{number}</span> {title}
        </>
      ),
    },
    { label: { zh: '内容', en: 'Cells' }, cell: ({ cells }) => <Cells cells={cells} labelOf={labelOf} /> },
    ...(rows.some(({ issues, warnings }) => issues.length + warnings.length > 0)
      ? [
          {
            label: { zh: '问题', en: 'What is wrong' },
            cell: (row: ImportRow) => (
              <>
                <Issues issues={row.issues} warnings={row.warnings} labelOf={labelOf} />
                {act?.(row)}
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <PlainTable caption={caption} columns={columns} rows={rows} keyOf={({ number }) => String(number)}>
      {children}
    </PlainTable>
  )
}

type LabelOf = (field: string | null) => string

function Cells({ cells, labelOf }: { readonly cells: ImportRow['cells']; readonly labelOf: LabelOf }) {
  const say = useText()
  if (cells.length === 0) return '—'
  return (
    <ul className="import-cells">
      {cells.map(({ field, before, after }) => (
        <li key={field}>
          <span className="soft">{labelOf(field)}：</span>
          {before && (
            <>
              <del>{say(before)}</del> <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>{after ? say(after) : say({ zh: '（清空）', en: '(emptied)' })}</ins>
        </li>
      ))}
    </ul>
  )
}

interface IssuesProps extends Pick<ImportRow, 'issues' | 'warnings'> {
  readonly labelOf: LabelOf
}

function Issues({ issues, warnings, labelOf }: IssuesProps) {
  const say = useText()
  const text = (issue: RowIssue) => {
    const label = labelOf(issue.field)
    return label === '' ? say(issue) : `${label}${say({ zh: '：', en: ': ' })}${say(issue)}`
  }
  return (
    <ul className="import-issues">
      {issues.map((issue) => (
        <li key={`${issue.field} ${issue.en}`} className="import-issue">
          {text(issue)}
        </li>
      ))}
      {warnings.map((doubt) => (
        <li key={`${doubt.field} ${doubt.en}`}>
          {say({ zh: '提醒：', en: 'Doubt: ' })}
          {text(doubt)}
        </li>
      ))}
    </ul>
  )
}
