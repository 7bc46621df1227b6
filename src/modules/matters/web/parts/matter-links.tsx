import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { named, useText } from '../../../../web/text.tsx'

interface MatterLinksProps {
  readonly lead: Label
  readonly matters: readonly { readonly code: string; readonly name_zh: string; readonly name_en: string }[]
}

/** Neighbours in the graph of matters, as links in one line. */
export function MatterLinks({ lead, matters }: MatterLinksProps) {
  const say = useText()
  if (matters.length === 0) return null
  return (
    <p className="small">
      {say(lead)}
      {matters.map((matter, i) => (
        <span key={matter.code}>
          {i > 0 && say({ zh: '、', en: ', ' })}
          <Link to="/matters/$code" params={{ code: matter.code }}>
            {say(named(matter))}
          </Link>
        </span>
      ))}
    </p>
  )
}
