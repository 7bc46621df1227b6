import { useId, useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { confidenceLabels } from '../../../enterprises/contract/words.ts'
import { decideProposal, type Proposal } from '../../contract.ts'
import { proposalDoors } from './use-proposals.ts'

type Confidence = keyof typeof confidenceLabels

interface DecideFormProps {
  readonly proposal: Proposal
  readonly accept: boolean
  readonly onClose: () => void
}

/** Confirms a proposal, saying what was looked at and how far it may be trusted; or declines it. */
export function DecideForm({ proposal: { id, version }, accept, onClose }: DecideFormProps) {
  const say = useText()
  const field = useId()
  const [confidence, setConfidence] = useState<Confidence>('V')
  const act = useAct(decideProposal, { stale: proposalDoors, onDone: onClose })
  return (
    <WordsForm
      act={accept ? { zh: '核实采用', en: 'Confirm' } : { zh: '不采用', en: 'Decline' }}
      label={
        accept
          ? { zh: '核实了什么（凭什么采用）', en: 'What was looked at' }
          : { zh: '不采用的原因（企业看得到）', en: 'Why not; the enterprise reads it' }
      }
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate({ id, version, accept, reason, confidence })}
      onCancel={onClose}
    >
      {accept && (
        <div className="field">
          <label htmlFor={field}>{say({ zh: '置信标记', en: 'Confidence' })}</label>
          <select id={field} value={confidence} onChange={({ target }) => setConfidence(target.value as Confidence)}>
            {Object.entries(confidenceLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
        </div>
      )}
    </WordsForm>
  )
}
