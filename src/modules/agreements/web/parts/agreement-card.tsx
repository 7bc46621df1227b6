import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../../web/client.ts'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { milestoneLabels, milestoneNames, scenarioLabels } from '../../../plans/contract/scenario.ts'
import { AgreedLists } from '../../../plans/web/panels.tsx'
import { type AgreementVerb, agreementStateLabels, agreementSteps, sideLabels, sides } from '../../contract/steps.ts'
import { type Agreement, agreementDocument } from '../../contract.ts'
import { PrintButton } from './print-button.tsx'
import { StepForm } from './step-form.tsx'
import { useWholeAgreement } from './use-agreements.ts'

/** One agreed plan: what was promised, who signed, what may be done, its lists, and it on paper. */
export function AgreementCard({ agreement }: { readonly agreement: Agreement }) {
  const say = useText()
  const [verb, setVerb] = useState<AgreementVerb | null>(null)
  const { ordinal, state, scenario, steps, promised, note, reason, closedOn, inForceOn, sample } = agreement
  const chosen = verb !== null && steps.includes(verb) ? verb : null
  return (
    <article className="card agreement">
      <h2>
        {say({ zh: `第 ${ordinal} 份约定方案`, en: `Agreed plan no. ${ordinal}` })}{' '}
        <span className="mark">{say(agreementStateLabels[state])}</span>{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h2>
      <p className="soft small">
        {say(scenario === null ? { zh: '按本区现行改革', en: "by the zone's reforms" } : scenarioLabels[scenario])} ·{' '}
        {say({ zh: `${agreement.proposedBy} 提出`, en: `proposed by ${agreement.proposedBy}` })}
        {inForceOn !== null && say({ zh: ` · ${inForceOn} 生效`, en: ` · in force since ${inForceOn}` })}
        {closedOn !== null && say({ zh: ` · 止于 ${closedOn}`, en: ` · until ${closedOn}` })}
      </p>
      {note !== null && <p>{note}</p>}
      {reason !== null && <p>{say({ zh: `理由：${reason}`, en: `Reason: ${reason}` })}</p>}
      <dl className="agreement-dates">
        {milestoneNames.map((name) => (
          <div key={name}>
            <dt>{say(milestoneLabels[name])}</dt>
            <dd className="number">{promised[name] ?? say({ zh: '不涉及', en: 'not in this plan' })}</dd>
          </div>
        ))}
      </dl>
      <ul className="plain-list">
        {sides.map((side) => {
          const signature = agreement[side]
          return (
            <li key={side}>
              {signature === null ? '○' : '✓'} {say(sideLabels[side])}{' '}
              {signature === null
                ? say({ zh: '待签', en: 'to sign' })
                : say({
                    zh: `${signature.by} 于 ${signature.on} ${signature.onPaper ? '纸质签署' : '签署'}`,
                    en: `${signature.by}, ${signature.on}${signature.onPaper ? ', on paper' : ''}`,
                  })}{' '}
              {signature !== null && signature.fileId !== null && (
                <DownloadButton id={signature.fileId} name={say(sideLabels[side])} />
              )}
            </li>
          )
        })}
      </ul>
      <div className="form-actions">
        {steps.map((one) => (
          <Button
            key={one}
            type={(one === 'sign' || one === 'signForZone') && chosen === null ? 'primary' : 'default'}
            aria-expanded={one === chosen}
            onClick={() => setVerb(one === chosen ? null : one)}
          >
            {say(agreementSteps[one].label)}
          </Button>
        ))}
      </div>
      {chosen !== null && <StepForm key={chosen} agreement={agreement} verb={chosen} onClose={() => setVerb(null)} />}
      <OnPaper agreement={agreement} />
    </article>
  )
}

/** The lists, the Word document and the A3 page. */
function OnPaper({ agreement }: { readonly agreement: Agreement }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const [open, setOpen] = useState(false)
  const whole = useWholeAgreement(open ? agreement.id : null)
  const word = useMutation({
    mutationFn: () => download(agreementDocument, { zone: zone.code, id: agreement.id, language }),
  })
  return (
    <>
      <div className="form-actions">
        <Button loading={word.isPending} onClick={() => word.mutate()}>
          Word
        </Button>
        <PrintButton agreement={agreement} />
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {say({ zh: '约定了什么', en: 'What was agreed' })}
        </Button>
      </div>
      <Refusal error={word.error ?? whole.error} />
      {open && whole.data && <AgreedLists plan={whole.data.plan} />}
    </>
  )
}
