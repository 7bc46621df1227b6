import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { stepTable, type Verb } from '../../contract/step-table.ts'
import { orderSteps } from './order.ts'
import { StepForm } from './step-form.tsx'
import './step.css'

interface StepBarProps {
  readonly detail: CaseDetail
  readonly onDone: (after: CaseDetail, verb: Verb) => void
  /** Beside the decision: what it does to the plan. */
  readonly effect?: ReactNode
}

/** Exactly the steps that may be taken now, by the shared table. A digit chooses one. */
export function StepBar({ detail, onDone, effect }: StepBarProps) {
  const say = useText()
  const [open, setOpen] = useState<Verb | null>(null)
  const steps = orderSteps(detail)
  const chosen = open !== null && steps.includes(open) ? open : null
  if (steps.length === 0) {
    return (
      <p className="soft">{say({ zh: '现在没有您可以办的步骤。', en: 'There is no step for you to take now.' })}</p>
    )
  }
  return (
    <section className="steps-of-case" aria-label={say({ zh: '可以办的步骤', en: 'Steps that can be taken' })}>
      <div className="form-actions">
        {steps.map((verb, i) => (
          <Button
            key={verb}
            type={i === 0 && chosen === null ? 'primary' : 'default'}
            aria-expanded={verb === chosen}
            aria-keyshortcuts={i < 9 ? String(i + 1) : undefined}
            className={verb === chosen ? 'step-chosen' : ''}
            data-step={i < 9 ? i + 1 : undefined}
            onClick={() => setOpen(verb === chosen ? null : verb)}
          >
            {say(stepTable[verb].label)}
          </Button>
        ))}
      </div>
      {chosen !== null && (
        <StepForm
          key={`${detail.id} ${chosen}`}
          detail={detail}
          verb={chosen}
          effect={chosen === 'decide' ? effect : undefined}
          onCancel={() => setOpen(null)}
          onDone={(after) => {
            setOpen(null)
            onDone(after, chosen)
          }}
        />
      )}
    </section>
  )
}
