import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../../../../web/text.tsx'
import type { Trial } from '../../contract/verdicts.ts'
import { completionsAt } from './completions.ts'
import { useVocabulary } from './use-trial.ts'

interface RuleInputProps {
  readonly rule: string
  readonly error: Trial['error'] | undefined
  readonly onChange: (rule: string) => void
}

/** A rule as text. Words that fit stand below and are reached by Tab; Enter puts one in and goes back to writing. */
export function RuleInput({ rule, error, onChange }: RuleInputProps) {
  const say = useText()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(rule.length)
  const vocabulary = useVocabulary()
  const offered = completionsAt(rule, caret, vocabulary.data?.facts ?? [])
  const put = (text: string, from: number, to: number) => {
    const behind = from + text.length
    // At once: a frame later the next signs would already have gone to the button.
    flushSync(() => {
      onChange(rule.slice(0, from) + text + rule.slice(to))
      setCaret(behind)
    })
    input.current?.focus()
    input.current?.setSelectionRange(behind, behind)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{say({ zh: '适用规则', en: 'Applicability rule' })}</label>
      <textarea
        ref={input}
        id={id}
        className="rule-input text-input"
        spellCheck={false}
        value={rule}
        maxLength={2000}
        aria-invalid={Boolean(error)}
        aria-describedby={`${id}-state`}
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
      />
      {offered.length > 0 && (
        <ul className="rule-words" aria-label={say({ zh: '可填的词', en: 'Words that fit' })}>
          {offered.map(({ text, label, from, to }) => (
            <li key={text}>
              <button type="button" onClick={() => put(text, from, to)}>
                <code>{text}</code> <span className="small">{say(label)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div id={`${id}-state`} aria-live="polite">
        {error && <Mistake rule={rule} error={error} />}
      </div>
    </div>
  )
}

/** The mistake in words, and the rule with its place marked. */
function Mistake({ rule, error }: { readonly rule: string; readonly error: NonNullable<Trial['error']> }) {
  const say = useText()
  return (
    <div className="notice notice-error rule-mistake">
      <p>{say(error.text)}</p>
      <code>
        {rule.slice(0, error.from)}
        <mark>{rule.slice(error.from, error.to) || '␣'}</mark>
        {rule.slice(error.to)}
      </code>
    </div>
  )
}
