import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { asProblem } from '../../problem-answer.ts'
import { useText } from '../../text.tsx'
import { clashesOf, settled } from './conflict.ts'
import type { Row } from './doors.ts'
import { useValueText } from './field-value.tsx'
import { formFields, type Typed, type TypedValues } from './form-values.ts'

interface ConflictBoxProps {
  readonly kind: KindView
  readonly conflict: unknown
  readonly mine: { readonly typed: TypedValues; readonly base: Row }
  readonly latest: Row
  readonly onSettle: (typed: TypedValues) => void
}

/** Somebody was faster: who and what, both values of every field that both changed, and the choice. Nothing typed is thrown away. */
export function ConflictBox({ kind, conflict, mine, latest, onSettle }: ConflictBoxProps) {
  const say = useText()
  const text = useValueText()
  const box = useRef<HTMLDivElement>(null)
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const fields = formFields(kind, false)
  const clashes = clashesOf(fields, mine, latest)
  useEffect(() => box.current?.focus(), [])
  const choose = (name: string, take: boolean) => {
    const next = new Set(theirs)
    if (take) next.add(name)
    else next.delete(name)
    setTheirs(next)
  }
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-warning conflict">
      <p>
        <strong>{say(asProblem(conflict).text)}</strong>
      </p>
      {clashes.map(({ field, mine: own }) => (
        <fieldset key={field.name}>
          <legend>{say(field.label)}</legend>
          <label>
            <input
              type="radio"
              name={`clash-${field.name}`}
              checked={!theirs.has(field.name)}
              onChange={() => choose(field.name, false)}
            />{' '}
            {say({ zh: '用我填的：', en: 'Keep mine: ' })}
            {text(field, typedValue(own))}
          </label>
          <label>
            <input
              type="radio"
              name={`clash-${field.name}`}
              checked={theirs.has(field.name)}
              onChange={() => choose(field.name, true)}
            />{' '}
            {say({ zh: '用对方的：', en: 'Take theirs: ' })}
            {text(field, latest[field.name], latest.names[field.name])}
          </label>
        </fieldset>
      ))}
      <p>
        {say({
          zh: '您填的其他内容都还在；对方改的其他内容会一并带入。',
          en: 'Everything else you typed is kept, and their other changes are taken in.',
        })}
      </p>
      <Button type="primary" onClick={() => onSettle(settled(fields, mine, { latest, theirs }))}>
        {say({ zh: '按所选继续', en: 'Go on with this' })}
      </Button>
    </div>
  )
}

function typedValue(typed: Typed): unknown {
  return typeof typed === 'string' && typed === '' ? null : typed
}
