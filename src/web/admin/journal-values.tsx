import type { JournalEvent } from '../../platform/journal/contract.ts'
import { useText } from '../text.tsx'

/** Before and after as the journal holds them, folded away: an auditor reads what was written, not what a page makes of it. */
export function JournalValues({ event: { before, after, note } }: { readonly event: JournalEvent }) {
  const say = useText()
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return (
    <div>
      {note !== null && <p className="flat">{note}</p>}
      {names.length > 0 && (
        <details>
          <summary>{say({ zh: `${names.length} 项`, en: `${names.length} values` })}</summary>
          <ul className="journal-values">
            {names.map((name) => (
              <li key={name}>
                <code>{name}</code>: {before !== null && name in before && <del>{written(before[name])}</del>}{' '}
                {after !== null && name in after && written(after[name])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
