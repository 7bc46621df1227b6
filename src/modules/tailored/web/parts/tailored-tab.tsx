import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { PlanCard } from './plan-card.tsx'
import { PlanForm } from './plan-form.tsx'
import { usePlans } from './use-plans.ts'
import './tailored.css'

/** The tailored plans of an enterprise, the latest first. */
export function TailoredTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { may } = useMember()
  const [drafting, setDrafting] = useState(false)
  const { data, error, refetch } = usePlans(enterprise)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {data.plans.length === 0 && (
        <p className="card empty-state">
          {say({
            zh: '还没有一企一策。起草后须经公平竞争审查，领导确认后企业才能看到。',
            en: 'No tailored plan. A draft is reviewed for fair competition and confirmed by a leader; then the enterprise sees it.',
          })}
        </p>
      )}
      {data.plans.map((plan) => (
        <PlanCard key={plan.id} plan={plan} />
      ))}
      {may('tailored.write') && !drafting && (
        <Button onClick={() => setDrafting(true)}>{say({ zh: '起草一企一策', en: 'Draft a plan' })}</Button>
      )}
      {drafting && <PlanForm enterprise={enterprise} plan={null} onClose={() => setDrafting(false)} />}
    </>
  )
}
