import { useText } from '../../../../web/text.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { MilestoneDeviations } from './deviation-list.tsx'
import { useAgreements, useDeviations } from './use-agreements.ts'
import './agreements.css'

/** On an enterprise's card: the agreed plan that waits for its signature, or how far its project is off the one in force. */
export function MyAgreement({ project }: { readonly project: string }) {
  const say = useText()
  const { data } = useAgreements(project)
  const { data: off } = useDeviations(project)
  const waiting = data?.agreements.find(({ steps }) => steps.includes('sign'))
  if (waiting !== undefined) {
    return (
      <>
        <h3>{say({ zh: '等您签署的约定方案', en: 'An agreed plan for you to sign' })}</h3>
        <AgreementCard agreement={waiting} />
      </>
    )
  }
  const deviations = off?.deviations ?? null
  if (deviations === null) return null
  return (
    <>
      <h3>{say({ zh: '与约定方案相比', en: 'Against the agreed plan' })}</h3>
      <MilestoneDeviations milestones={deviations.milestones} />
    </>
  )
}
