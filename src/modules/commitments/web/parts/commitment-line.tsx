import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { PlacedOfCommitment } from '../../../../web/kit/placed.tsx'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { type CommitmentVerb, commitmentStateLabels, commitmentSteps, proposalLabels } from '../../contract/steps.ts'
import type { Commitment } from '../../contract.ts'
import { CommitmentForm } from './commitment-form.tsx'
import { MayCommit } from './may-commit.tsx'

/** One commitment with its own words, where it stands, and what may be done. */
export function CommitmentLine({ commitment }: { readonly commitment: Commitment }) {
  const say = useText()
  const [open, setOpen] = useState<CommitmentVerb | null>(null)
  const { state, steps, matter, project, dueOn, overdue, signedOn, signedBy } = commitment
  const chosen = open !== null && steps.includes(open) ? open : null
  return (
    <>
      <p>
        <strong>{say(matter.name)}</strong> <span className="mark">{say(commitmentStateLabels[state])}</span>{' '}
        {commitment.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}{' '}
        <span className="soft small">{project.name}</span>
      </p>
      <blockquote className="commitment-words">{say(commitment.text)}</blockquote>
      <p className="small soft">
        {signedOn !== null &&
          say({ zh: `${signedOn} 由${signedBy ?? ''}签署；`, en: `Signed on ${signedOn} by ${signedBy ?? ''}; ` })}
        {say({ zh: '核查：', en: 'check: ' })}
        {say(labelOfMixed(commitment.check))}
        {dueOn !== null && say({ zh: `，${dueOn} 前`, en: `, by ${dueOn}` })}
        {commitment.reason !== null && ` · ${commitment.reason}`}
      </p>
      {overdue && <p className="commitment-late">{say({ zh: '▲ 期限已过', en: '▲ The limit has passed' })}</p>}
      {commitment.checkHow === 'sample' && (
        <p className="small">{say({ zh: '随机抽查抽中', en: 'Drawn in a random sample' })}</p>
      )}
      {commitment.statement !== null && (
        <p className="small">
          <strong>{say({ zh: '企业陈述申辩：', en: 'The enterprise states: ' })}</strong>
          {commitment.statement}
        </p>
      )}
      {commitment.proposal !== null && <p className="small mark">{say(proposalLabels[commitment.proposal])}</p>}
      {commitment.missing.length > 0 && (
        <p className="notice notice-warning">
          {say({
            zh: `签署前还缺：${commitment.missing.map(({ zh }) => zh).join('、')}`,
            en: `Before it can be signed, it lacks: ${commitment.missing.map(({ en }) => en).join(', ')}`,
          })}
        </p>
      )}
      {commitment.mayCommit !== null && <MayCommit verdict={commitment.mayCommit} />}
      {[...(commitment.fileId === null ? [] : [commitment.fileId]), ...commitment.evidence].map((file) => (
        <DownloadButton key={file} id={file} name={say(matter.name)} />
      ))}
      {signedOn !== null && <PlacedOfCommitment id={commitment.id} project={project.id} />}
      <div className="form-actions">
        {steps.map((verb) => (
          <Button
            key={verb}
            type={verb === 'sign' && chosen === null ? 'primary' : 'default'}
            aria-expanded={verb === chosen}
            onClick={() => setOpen(verb === chosen ? null : verb)}
          >
            {say(commitmentSteps[verb].label)}
          </Button>
        ))}
      </div>
      {chosen !== null && (
        <CommitmentForm key={chosen} commitment={commitment} verb={chosen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
