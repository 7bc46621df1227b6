import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'
import { Refusal } from './refusal.tsx'

interface WordsFormProps {
  /** What is done: heads the form and stands on its button. */
  readonly act: Label
  /** What the words are: a reason, a statement. */
  readonly label: Label
  readonly pending: boolean
  readonly error: unknown
  /** Other fields of the form, and whether they are filled in. */
  readonly children?: ReactNode
  readonly ready?: boolean
  /** The words may be left out. */
  readonly optional?: boolean
  /** What stands there to begin with. */
  readonly initial?: string
  readonly onSubmit: (words: string) => void
  readonly onCancel: () => void
}

/** A decision that wants words: its reason, a statement, what was found. */
export function WordsForm({
  act,
  label,
  children,
  ready = true,
  optional = false,
  initial = '',
  ...props
}: WordsFormProps) {
  const say = useText()
  const id = useId()
  const [words, setWords] = useState(initial)
  const given = words.trim()
  const complete = ready && (optional || given !== '')
  return (
    <form
      className="card words-form"
      aria-label={say(act)}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !props.pending) props.onSubmit(given)
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say(label)}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {children}
      <Refusal error={props.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={props.pending}>
          {say(act)}
        </Button>
        <Button onClick={props.onCancel}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
