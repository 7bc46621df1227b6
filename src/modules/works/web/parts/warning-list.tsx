import { useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import './works.css'

/** Each warning a sentence with its numbers; the signs tell the grave ones without colour. */
export function WarningList({ warnings }: Pick<WorkView, 'warnings'>) {
  const say = useText()
  if (warnings.length === 0) return null
  return (
    <ul className="plain-list work-warnings">
      {warnings.map(({ code, red, text }) => (
        <li key={`${code}${text.en}`} className={red ? 'work-red' : ''}>
          {red ? '▲ ' : '◆ '}
          {say(text)}
        </li>
      ))}
    </ul>
  )
}
