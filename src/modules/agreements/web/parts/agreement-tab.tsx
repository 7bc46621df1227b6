import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useProject } from '../../../projects/web/panels.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { MatterDeviations, MilestoneDeviations } from './deviation-list.tsx'
import { ProposeForm } from './propose-form.tsx'
import { useAgreements, useDeviations } from './use-agreements.ts'
import './agreements.css'

/** What the zone and the enterprise have agreed, how far the project is off it, and former agreed plans. */
export function AgreementTab({ project }: { readonly project: string }) {
  const say = useText()
  const { may } = useMember()
  const [proposing, setProposing] = useState(false)
  const basis = useProject(project).data?.basis ?? null
  const { data, error, refetch } = useAgreements(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const open = data.agreements.filter(({ state }) => state === 'proposed' || state === 'in_force')
  const former = data.agreements.filter((one) => !open.includes(one))
  const proposable = may('agreements.propose') && basis !== null && !open.some(({ state }) => state === 'proposed')
  return (
    <>
      {data.agreements.length === 0 && (
        <p className="card empty-state" role="status">
          {say({
            zh: '还没有约定方案。选定办理方式后提出，企业和开发区双方签署即生效；此后每个节点早晚几天、因为什么，都对照它显示在这里。',
            en: 'No agreed plan yet. Once proposed and signed by both sides it is in force, and how far each milestone is off it, and why, stands here.',
          })}
        </p>
      )}
      {proposable && !proposing && (
        <p>
          <Button type={open.length === 0 ? 'primary' : 'default'} onClick={() => setProposing(true)}>
            {say(
              open.length === 0
                ? { zh: '提出约定方案', en: 'Propose an agreed plan' }
                : { zh: '提出新的约定方案', en: 'Propose another agreed plan' },
            )}
          </Button>
        </p>
      )}
      {proposable && proposing && basis !== null && (
        <ProposeForm project={project} basis={basis} onClose={() => setProposing(false)} />
      )}
      {open.some(({ state }) => state === 'in_force') && <OffTheAgreement project={project} />}
      {open.map((agreement) => (
        <AgreementCard key={agreement.id} agreement={agreement} />
      ))}
      {former.length > 0 && (
        <details>
          <summary className="delays-more">
            {say({ zh: `以前的约定方案 ${former.length} 份`, en: `Former agreed plans: ${former.length}` })}
          </summary>
          {former.map((agreement) => (
            <AgreementCard key={agreement.id} agreement={agreement} />
          ))}
        </details>
      )}
    </>
  )
}

function OffTheAgreement({ project }: { readonly project: string }) {
  const say = useText()
  const { data, error, refetch } = useDeviations(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined || data.deviations === null) return null
  return (
    <section className="card agreement">
      <h2>{say({ zh: '与约定相比', en: 'Against what was agreed' })}</h2>
      <MilestoneDeviations milestones={data.deviations.milestones} />
      <MatterDeviations matters={data.deviations.matters} />
    </section>
  )
}
