import { useEffect, useRef, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { formatNumber } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { factLabel } from './fact-label.ts'
import { mu, readNumber } from './number-text.ts'
import { hintOf, unitLabel } from './questions.ts'
import type { Answer } from './topic-page.tsx'

interface NumberFieldProps {
  readonly fact: FactDeclaration
  readonly value: FactValues[string] | undefined
  readonly error: Label | undefined
  readonly onAnswer: Answer
}

const typingPauseMs = 250
const muUnit: Label = { zh: '亩', en: 'mu (1/15 ha)' }
const anyNumber = 1e12

/** A quantity in the unit people think in. What was typed stays in the field, right or wrong. */
export function NumberField({ fact, value, error, onAnswer }: NumberFieldProps) {
  const say = useText()
  const { hint, max = anyNumber, helper } = hintOf(fact.code)
  const inMu = helper === 'mu'
  const shownOf = (given: NumberFieldProps['value']) =>
    typeof given === 'number' ? String(inMu ? mu.fromHectares(given) : given) : ''
  const commit = (typed: string) => {
    const read = readNumber(typed, inMu ? max * 15 : max)
    if ('error' in read) onAnswer(fact.code, undefined, read.error)
    else onAnswer(fact.code, read.value === null ? undefined : inMu ? mu.toHectares(read.value) : read.value)
  }
  const isRight = (typed: string) => !('error' in readNumber(typed, inMu ? max * 15 : max))
  const field = useTyping(shownOf(value), { commit, hasty: (typed) => error !== undefined && isRight(typed) })
  const id = `fact-${fact.code}`
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{say(factLabel(fact.code, [fact]))}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="soft small">
          {say(hint)}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          <span aria-hidden="true">✗ </span>
          {say(error)}
        </p>
      )}
      <div className="field-number">
        <input
          className="text-input"
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={field.typed}
          aria-invalid={error !== undefined}
          aria-describedby={described === '' ? undefined : described}
          onChange={(event) => field.type(event.target.value)}
          onBlur={field.settle}
          onKeyDown={(event) => event.key === 'Enter' && field.settle()}
        />
        <span>{say(inMu ? muUnit : unitLabel(fact.unit))}</span>
        {inMu && typeof value === 'number' && <Hectares areaHa={value} />}
      </div>
    </div>
  )
}

function Hectares({ areaHa }: { readonly areaHa: number }) {
  const say = useText()
  const language = useLanguage()
  const ha = formatNumber(areaHa, language, 4)
  return <span className="soft">{say({ zh: `= ${ha} 公顷`, en: `= ${ha} ha` })}</span>
}

interface Typing {
  readonly commit: (typed: string) => void
  /** True = commit at once: an error that is corrected leaves while one types, not when the hand is on the button below it. */
  readonly hasty: (typed: string) => boolean
}

/** What is being typed, committed after a pause, on leaving the field or on Enter; follows the outer value otherwise. */
function useTyping(outer: string, { commit, hasty }: Typing) {
  const [typed, setTyped] = useState(outer)
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null)
  const touched = useRef(false)
  useEffect(() => {
    if (!touched.current) setTyped(outer)
  }, [outer])
  const stop = () => {
    if (pending.current !== null) clearTimeout(pending.current)
    pending.current = null
  }
  const settleWith = (text: string) => {
    stop()
    commit(text)
  }
  const type = (text: string) => {
    touched.current = true
    setTyped(text)
    stop()
    if (hasty(text)) commit(text)
    else pending.current = setTimeout(() => settleWith(text), typingPauseMs)
  }
  return { typed, type, settle: () => pending.current !== null && settleWith(typed) }
}
