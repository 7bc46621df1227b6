import { useEffect, useRef } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import { factLabel } from './fact-label.ts'
import type { FieldErrors } from './topic-page.tsx'

interface ErrorSummaryProps {
  readonly errors: FieldErrors
  readonly declarations: readonly FactDeclaration[]
}

/** All that is wrong on the page, with links to the fields; takes the focus when it appears. */
export function ErrorSummary({ errors, declarations }: ErrorSummaryProps) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  if (Object.keys(errors).length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-error">
      <p>
        <strong>{say({ zh: '请先改好这里：', en: 'Please correct this first:' })}</strong>
      </p>
      <ul>
        {Object.entries(errors).map(([fact, error]) => (
          <li key={fact}>
            <a
              href={`#fact-${fact}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(`fact-${fact}`)?.focus()
              }}
            >
              {say(factLabel(fact, declarations))}
              {say({ zh: '：', en: ': ' })}
              {say(error)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
