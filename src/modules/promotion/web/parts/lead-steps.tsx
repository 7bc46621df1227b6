import { Button } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { closeLead, handOver, openTalks, reopenLead } from '../../contract/lead-steps.ts'
import type { LeadDossier } from '../../contract/leads.ts'
import { type CloseCause, closeCauseLabels, closeCauses } from '../../contract/words.ts'
import { promotionDoors } from './use-promotion.ts'

type Step = LeadDossier['may'][number]
const labels = {
  openTalks: { zh: '转入洽谈', en: 'Open talks' },
  close: { zh: '关闭线索', en: 'Close the lead' },
  reopen: { zh: '重新跟进', en: 'Take it up again' },
  handOver: { zh: '移交为项目', en: 'Hand over as a project' },
} as const

/** What may be decided about a lead at its stage: the same table as the rule's. */
export function LeadSteps({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const [step, setStep] = useState<Step | null>(null)
  const done = { stale: promotionDoors, onDone: () => setStep(null) }
  const talks = useAct(openTalks, done)
  const close = useAct(closeLead, done)
  const reopen = useAct(reopenLead, done)
  const hand = useAct(handOver, done)
  const [cause, setCause] = useState<CloseCause>('market')
  const { id, version, may } = lead
  const passes = lead.evaluation.passes === true
  if (may.length === 0) return null
  return (
    <section aria-label={say({ zh: '可以办', en: 'What can be decided' })} className="lead-steps">
      {step === null && (
        <div className="form-actions">
          {may.map((one) => (
            <Button
              key={one}
              type={one === 'handOver' ? 'primary' : 'default'}
              loading={one === 'handOver' && hand.isPending}
              onClick={() => (one === 'handOver' ? hand.mutate({ id, version }) : setStep(one))}
            >
              {say(labels[one])}
            </Button>
          ))}
        </div>
      )}
      {may.includes('handOver') && (
        <p className="soft small">
          {say({
            zh: '移交会用已有资料生成企业、联系人、项目和签约凭证，不用再填。',
            en: 'The hand-over makes enterprise, contacts, project and proofs from what is known; nothing is typed again.',
          })}
        </p>
      )}
      <Refusal error={hand.error} />
      {step === 'openTalks' && (
        <WordsForm
          act={labels.openTalks}
          label={
            passes
              ? { zh: '说明（选填）', en: 'Note (optional)' }
              : {
                  zh: '研判未达及格线，转入洽谈的理由',
                  en: 'The evaluation has not reached the pass mark: reason for talks',
                }
          }
          optional={passes}
          pending={talks.isPending}
          error={talks.error}
          onSubmit={(reason) => talks.mutate({ id, version, reason: reason === '' ? null : reason })}
          onCancel={() => setStep(null)}
        />
      )}
      {step === 'close' && (
        <WordsForm
          act={labels.close}
          label={{ zh: '原因说明', en: 'What happened' }}
          pending={close.isPending}
          error={close.error}
          onSubmit={(reason) => close.mutate({ id, version, cause, reason })}
          onCancel={() => setStep(null)}
        >
          <label className="field">
            {say({ zh: '原因', en: 'Cause' })}{' '}
            <select
              value={cause}
              onChange={(event) => setCause(closeCauses.find((one) => one === event.target.value) ?? 'market')}
            >
              {closeCauses.map((one) => (
                <option key={one} value={one}>
                  {say(closeCauseLabels[one])}
                </option>
              ))}
            </select>
          </label>
        </WordsForm>
      )}
      {step === 'reopen' && (
        <WordsForm
          act={labels.reopen}
          label={{ zh: '为什么重新跟进', en: 'Why it is taken up again' }}
          pending={reopen.isPending}
          error={reopen.error}
          onSubmit={(reason) => reopen.mutate({ id, version, reason })}
          onCancel={() => setStep(null)}
        />
      )}
    </section>
  )
}
