import { Button } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type FollowUpVerb, followUpSteps } from '../../contract/steps.ts'
import type { FollowUp } from '../../contract.ts'
import { StepForm } from './step-form.tsx'
import { useStep } from './use-follow-ups.ts'

/** Exactly the steps that may be taken now. A step that needs no words is one press; an answer stands open at once. */
export function StepBar({ followUp }: { readonly followUp: FollowUp }) {
  const { steps } = followUp
  const [open, setOpen] = useState<FollowUpVerb | null>(steps.includes('answer') ? 'answer' : null)
  if (steps.length === 0) return null
  const chosen = open !== null && steps.includes(open) ? open : null
  return (
    <>
      <div className="form-actions">
        {steps.map((verb) =>
          followUpSteps[verb].needs.length === 0 ? (
            <OnePress key={verb} followUp={followUp} verb={verb} />
          ) : (
            <OpenForm
              key={verb}
              verb={verb}
              open={verb === chosen}
              onOpen={() => setOpen(verb === chosen ? null : verb)}
            />
          ),
        )}
      </div>
      {chosen !== null && <StepForm key={chosen} followUp={followUp} verb={chosen} onDone={() => setOpen(null)} />}
    </>
  )
}

function OpenForm({ verb, open, onOpen }: { verb: FollowUpVerb; open: boolean; onOpen: () => void }) {
  const say = useText()
  return (
    <Button aria-expanded={open} onClick={onOpen}>
      {say(followUpSteps[verb].label)}
    </Button>
  )
}

function OnePress({ followUp, verb }: { readonly followUp: FollowUp; readonly verb: FollowUpVerb }) {
  const say = useText()
  const step = useStep(followUp, verb, () => undefined)
  return (
    <>
      <Button type={verb === 'accept' ? 'primary' : 'default'} loading={step.isPending} onClick={() => step.mutate({})}>
        {say(followUpSteps[verb].label)}
      </Button>
      <Refusal error={step.error} />
    </>
  )
}
