import { useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { verbLabels, type WorkVerb } from '../../contract/words.ts'
import type { WorkView } from '../../contract/work-view.ts'
import { doors } from '../../contract.ts'
import { DayField } from './day-field.tsx'
import { stale } from './use-works.ts'

interface Draft {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly happenedOn: string
  readonly words: string
}

interface StepFormProps {
  readonly work: WorkView
  readonly verb: WorkVerb
  readonly onDone: () => void
}

/** The day on which it happened, and why or by which paper. */
export function StepForm({ work, verb, onDone }: StepFormProps) {
  const say = useText()
  const [day, setDay] = useState(legalDayOf(new Date()))
  const act = useAct(doors[verb] as unknown as Endpoint<Draft, WorkView>, { stale, onDone })
  return (
    <WordsForm
      act={verbLabels[verb]}
      label={{ zh: '依据或说明', en: 'By what, or why' }}
      pending={act.isPending}
      error={act.error}
      ready={day !== ''}
      onCancel={onDone}
      onSubmit={(words) => act.mutate({ id: work.id, version: work.version, happenedOn: day, words })}
    >
      <DayField label={say({ zh: '发生日期', en: 'Day' })} value={day} onChange={setDay} />
    </WordsForm>
  )
}
