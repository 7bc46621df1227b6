import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { Cause, causeLabels, causes } from '../../../projects/contract/stage.ts'
import { planLabels, plans } from '../../contract/not-yet.ts'
import { confirmFinding, type Finding } from '../../contract.ts'
import { stale } from './use-findings.ts'

/** It stands still: whose cause, what is to be done, by whom, until when. */
export function ConfirmForm({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const [cause, setCause] = useState<Cause | ''>('')
  const [plan, setPlan] = useState<(typeof plans)[number]>('support')
  const [ownerId, setOwner] = useState('')
  const [dueOn, setDue] = useState('')
  const confirm = useAct(confirmFinding, { stale, onDone })
  return (
    <WordsForm
      act={confirmFinding.summary}
      label={{ zh: '措施：准备怎么办', en: 'Measures: what is to be done' }}
      pending={confirm.isPending}
      error={confirm.error}
      ready={cause !== '' && ownerId !== '' && dueOn !== ''}
      onCancel={onDone}
      onSubmit={(measure) => {
        if (cause === '') return
        const { project, notYet, since } = finding
        confirm.mutate({ id: project.id, notYet, since, cause, plan, measure, ownerId, dueOn })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-cause`}>{say({ zh: '原因', en: 'Cause' })}</label>
        <select
          id={`${id}-cause`}
          value={cause}
          onChange={({ target }) => setCause(target.value === '' ? '' : Cause.parse(target.value))}
        >
          <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
          {causes.map((one) => (
            <option key={one} value={one}>
              {say(causeLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-plan`}>{say({ zh: '处置方式', en: 'Plan' })}</label>
        <select
          id={`${id}-plan`}
          value={plan}
          onChange={({ target }) => setPlan(plans.find((one) => one === target.value) ?? plan)}
        >
          {plans.map((one) => (
            <option key={one} value={one}>
              {say(planLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-owner`}>{say({ zh: '责任人', en: 'Owner' })}</label>
        <RefPicker
          id={`${id}-owner`}
          to="organisation.person"
          value={ownerId}
          onChange={(one) => setOwner(one || '')}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>{say({ zh: '处置期限', en: 'Due on' })}</label>
        <input id={`${id}-due`} type="date" value={dueOn} onChange={({ target }) => setDue(target.value)} />
      </div>
    </WordsForm>
  )
}
