import { Input } from 'antd'
import { useId, useState } from 'react'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { gradeLabels, type RatingGrade, ratingGrades } from '../../../ratings/contract/rating.ts'
import { type FaultVerb, type Payer, payerLabels, payers, verbLabels } from '../../contract/words.ts'
import type { FaultView } from '../../contract.ts'
import { useStep } from './use-upkeep.ts'

interface StepFormProps {
  readonly fault: FaultView
  readonly verb: FaultVerb
  readonly onDone: () => void
}

const wordsLabels: Readonly<Record<FaultVerb, { readonly zh: string; readonly en: string }>> = {
  take: { zh: '谁来修（姓名或维修单位）', en: 'Who mends it (person or firm)' },
  finish: { zh: '怎么修的', en: 'What was done' },
  drop: { zh: '为什么不修', en: 'Why it is not mended' },
  rate: { zh: '想说的（可不填）', en: 'In words (may be left out)' },
  reopen: { zh: '哪里没有修好', en: 'What is still broken' },
}
/** What a step asks for: words, and for a mending its cost and who pays, for a rating its grade. */
export function StepForm({ fault, verb, onDone }: StepFormProps) {
  const say = useText()
  const id = useId()
  const { session } = useMember()
  const [cost, setCost] = useState('0')
  const [payer, setPayer] = useState<Payer>('lessor')
  const [because, setBecause] = useState('')
  const [grade, setGrade] = useState<RatingGrade | null>(null)
  const step = useStep(verb, onDone)
  const one = { id: fault.id, version: fault.version }
  const money = /^\d{1,13}(\.\d{1,2})?$/.test(cost)
  const needsClause = verb === 'finish' && payer === 'lessee'
  const ready =
    (verb !== 'finish' || money) && (verb !== 'rate' || grade !== null) && (!needsClause || because.trim() !== '')
  const send = (words: string) => {
    if (verb === 'take') return step.mutate({ ...one, handler: words })
    if (verb === 'rate') return step.mutate({ ...one, words: words || null, ...(grade !== null && { grade }) })
    if (verb === 'finish')
      return step.mutate({ ...one, words, cost, payer, because: needsClause ? because.trim() : null })
    return step.mutate({ ...one, words })
  }
  return (
    <WordsForm
      act={verbLabels[verb]}
      label={wordsLabels[verb]}
      pending={step.isPending}
      error={step.error}
      ready={ready}
      optional={verb === 'rate'}
      initial={verb === 'take' ? session.account.name : ''}
      onCancel={onDone}
      onSubmit={send}
    >
      {verb === 'rate' && (
        <div className="field">
          <label htmlFor={`${id}-grade`}>{say({ zh: '满意吗', en: 'How was it' })}</label>
          <select
            id={`${id}-grade`}
            value={grade ?? ''}
            onChange={(event) => setGrade(ratingGrades.find((one) => String(one) === event.target.value) ?? null)}
          >
            <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
            {ratingGrades.map((one) => (
              <option key={one} value={one}>
                {say(gradeLabels[one])}
              </option>
            ))}
          </select>
        </div>
      )}
      {verb === 'finish' && (
        <>
          <div className="field">
            <label htmlFor={`${id}-cost`}>{say({ zh: '费用（元）', en: 'Cost (CNY)' })}</label>
            <Input
              id={`${id}-cost`}
              inputMode="decimal"
              value={cost}
              onChange={(event) => setCost(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-payer`}>{say({ zh: '谁承担', en: 'Paid by' })}</label>
            <select
              id={`${id}-payer`}
              value={payer}
              onChange={(event) => setPayer(payers.find((known) => known === event.target.value) ?? 'lessor')}
            >
              {payers.map((known) => (
                <option key={known} value={known}>
                  {say(payerLabels[known])}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
      {needsClause && (
        <div className="field">
          <label htmlFor={`${id}-because`}>
            {say({ zh: '合同条款或承租方的过错', en: 'Clause of the lease, or the lessee’s fault' })}
          </label>
          <Input
            id={`${id}-because`}
            maxLength={1000}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
      )}
    </WordsForm>
  )
}
