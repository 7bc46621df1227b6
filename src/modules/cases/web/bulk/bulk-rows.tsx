import { useText } from '../../../../web/text.tsx'
import type { BulkRow } from '../../contract/bulk.ts'

interface BulkRowsProps {
  readonly rows: readonly BulkRow[]
  /** What is said of a row that was not refused. */
  readonly fine: { readonly zh: string; readonly en: string }
}

/** One line a case: possible or done, or why not. */
export function BulkRows({ rows, fine }: BulkRowsProps) {
  const say = useText()
  return (
    <ul className="plain-list bulk-rows">
      {rows.map(({ id, name, project, refusal }) => (
        <li key={id}>
          <span className={refusal === null ? 'bulk-fine' : 'bulk-refused'}>
            {refusal === null ? '✓' : '✕'} {say(name)}
          </span>{' '}
          <span className="soft">{project}</span> <span>{say(refusal ?? fine)}</span>
        </li>
      ))}
    </ul>
  )
}
