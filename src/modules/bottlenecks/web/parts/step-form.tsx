import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { actLabels, type Verb } from '../../contract/topic.ts'
import type { Bottleneck } from '../../contract.ts'
import { useStep } from './use-bottlenecks.ts'

interface StepFormProps {
  readonly bottleneck: Bottleneck
  readonly verb: Verb
  readonly onDone: () => void
}

const wordsOf = (verb: Verb) =>
  verb === 'solve' || verb === 'drop'
    ? { zh: '结果：怎么解决的，或为什么不再办', en: 'Outcome: how it was solved, or why it is dropped' }
    : { zh: '说明', en: 'In words' }

/** What a step asks for: words always, a person where it changes hands, days where it is given more. */
export function StepForm({ bottleneck, verb, onDone }: StepFormProps) {
  const say = useText()
  const id = useId()
  const [owner, setOwner] = useState<string | null>(null)
  const [days, setDays] = useState<number | null>(3)
  const step = useStep(verb, onDone)
  return (
    <WordsForm
      act={actLabels[verb]}
      label={wordsOf(verb)}
      pending={step.isPending}
      error={step.error}
      ready={(verb !== 'assign' || owner !== null) && (verb !== 'extend' || days !== null)}
      onCancel={onDone}
      onSubmit={(words) =>
        step.mutate({
          ...{ id: bottleneck.id, version: bottleneck.version, words },
          ...(verb === 'assign' && owner !== null && { owner }),
          ...(verb === 'extend' && days !== null && { days }),
        })
      }
    >
      {verb === 'assign' && (
        <div className="field">
          <label htmlFor={`${id}-owner`}>{say({ zh: '新责任人', en: 'New owner' })}</label>
          <RefPicker
            id={`${id}-owner`}
            to="organisation.person"
            value={owner ?? ''}
            onChange={(one) => setOwner(one || null)}
          />
        </div>
      )}
      {verb === 'extend' && (
        <div className="field">
          <label htmlFor={`${id}-days`}>{say({ zh: '再给几个工作日', en: 'More working days' })}</label>
          <InputNumber id={`${id}-days`} min={1} max={250} precision={0} value={days} onChange={setDays} />
        </div>
      )}
    </WordsForm>
  )
}
