import { useEffect, useRef } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import type { Finding } from './form-values.ts'

interface FormErrorsProps {
  readonly kind: KindView
  readonly findings: readonly Finding[]
}

/** Everything that is wrong at the top, each a link to its field; the focus goes there when it appears. */
export function FormErrors({ kind, findings }: FormErrorsProps) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (findings.length > 0) box.current?.focus()
  }, [findings])
  if (findings.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-error">
      <p>
        <strong>{say({ zh: '还不能保存：', en: 'This cannot be saved yet:' })}</strong>
      </p>
      <ul>
        {findings.map(({ field, text }) => (
          <li key={`${field} ${text.en}`}>
            <a
              href={`#${inputId(kind, field)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(inputId(kind, field))?.focus()
              }}
            >
              {say(text)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function inputId(kind: KindView, field: string): string {
  return `${kind.path}-${field}`
}
