import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { useValueText } from '../../../../web/kit/records/field-value.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Proposal, proposalStates, withdrawProposal } from '../../contract.ts'
import { DecideForm } from './decide-form.tsx'
import { proposalDoors } from './use-proposals.ts'

/** Fields that say nothing here: the enterprise is known, and it says so itself. */
const silent = new Set(['enterpriseId', 'source', 'confidence'])

/** One proposal: what is proposed, how it stands, and what the reader may do with it. */
export function ProposalLine({ proposal }: { readonly proposal: Proposal }) {
  const say = useText()
  const text = useValueText()
  const kind = useKindNamed(proposal.kind)
  const [choice, setChoice] = useState<boolean | null>(null)
  const withdraw = useAct(withdrawProposal, { stale: proposalDoors })
  const { id, version, values, state, reason, fileId, decision, decidedOn } = proposal
  const told = kind?.fields.filter(({ name }) => !silent.has(name) && values[name] !== null && name in values) ?? []
  return (
    <>
      <p>
        <span className="mark">{say(proposalStates[state])}</span> <strong>{kind && say(kind.labels.one)}</strong>{' '}
        <span className="soft small">
          {proposal.proposedBy} <span className="number">{readableMoment(proposal.proposedAt)}</span>
        </span>{' '}
        {proposal.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <dl className="facts">
        {told.map((field) => (
          <div key={field.name}>
            <dt>{say(field.label)}</dt>
            <dd>{text(field, values[field.name])}</dd>
          </div>
        ))}
      </dl>
      {reason !== null && <p>{reason}</p>}
      {fileId !== null && <DownloadButton id={fileId} name={say({ zh: '证明材料', en: 'Evidence' })} />}
      {decision !== null && (
        <p className="small">
          {decidedOn}：{decision}
        </p>
      )}
      {proposal.mayDecide && choice === null && (
        <div className="form-actions">
          <Button type="primary" onClick={() => setChoice(true)}>
            {say({ zh: '核实采用', en: 'Confirm' })}
          </Button>
          <Button onClick={() => setChoice(false)}>{say({ zh: '不采用', en: 'Decline' })}</Button>
        </div>
      )}
      {choice !== null && <DecideForm proposal={proposal} accept={choice} onClose={() => setChoice(null)} />}
      {proposal.mayWithdraw && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ id, version })}>
          {say({ zh: '撤回', en: 'Withdraw' })}
        </Button>
      )}
      <Refusal error={withdraw.error} />
    </>
  )
}
