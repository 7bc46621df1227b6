import { Button } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { closePlan, confirmPlan, planStates, type TailoredPlan } from '../../contract.ts'
import { ItemLine } from './item-line.tsx'
import { PlanForm } from './plan-form.tsx'
import { ReviewForm } from './review-form.tsx'
import { Reviews } from './reviews.tsx'
import { tailoredDoors } from './use-plans.ts'

/** One plan: what it promises, its reviews, and what the reader may do with it. */
export function PlanCard({ plan }: { readonly plan: TailoredPlan }) {
  const say = useText()
  const [form, setForm] = useState<'change' | 'review' | null>(null)
  const confirm = useAct(confirmPlan, { stale: tailoredDoors })
  const { id, version, title, fromOn, untilOn, state, items, may, outcome, sample } = plan
  if (form === 'change') return <PlanForm enterprise={plan.enterprise.id} plan={plan} onClose={() => setForm(null)} />
  return (
    <section className="card">
      <h2>
        {title} <span className="mark">{say(planStates[state])}</span>{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h2>
      <p className="number soft">
        {fromOn} – {untilOn}
      </p>
      <ol className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <ItemLine plan={plan} item={item} />
          </li>
        ))}
      </ol>
      {outcome !== null && <p>{say({ zh: `办结：${outcome}`, en: `Outcome: ${outcome}` })}</p>}
      <Reviews reviews={plan.reviews} />
      {form === 'review' && <ReviewForm plan={plan} onClose={() => setForm(null)} />}
      {form === null && (
        <div className="form-actions">
          {may.review && (
            <Button onClick={() => setForm('review')}>
              {say({ zh: '公平竞争审查', en: 'Fair-competition review' })}
            </Button>
          )}
          {may.confirm && (
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ id, version })}>
              {say({ zh: '确认', en: 'Confirm' })}
            </Button>
          )}
          {may.change && (
            <Button onClick={() => setForm('change')}>{say({ zh: '修改草稿', en: 'Change the draft' })}</Button>
          )}
        </div>
      )}
      <Refusal error={confirm.error} />
      <Closing plan={plan} />
    </section>
  )
}

/** Ends a plan that has no open item left. */
function Closing({ plan }: { readonly plan: TailoredPlan }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState(false)
  const act = useAct(closePlan, { stale: tailoredDoors, onDone: () => setOpen(false) })
  const ready = plan.state === 'confirmed' && plan.items.every(({ state }) => state !== 'open')
  if (!ready || !may('tailored.confirm')) return null
  const heading = { zh: '办结', en: 'Close' }
  if (!open) return <Button onClick={() => setOpen(true)}>{say(heading)}</Button>
  return (
    <WordsForm
      act={heading}
      label={{ zh: '总的成效', en: 'What it came to' }}
      pending={act.isPending}
      error={act.error}
      onSubmit={(outcome) => act.mutate({ id: plan.id, version: plan.version, outcome })}
      onCancel={() => setOpen(false)}
    />
  )
}
