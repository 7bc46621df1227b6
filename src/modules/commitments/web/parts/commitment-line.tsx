import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { type CommitmentVerb, commitmentStateLabels, commitmentSteps } from '../../contract/steps.ts'
import type { Commitment } from '../../contract.ts'
import { CommitmentForm } from './commitment-form.tsx'

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
      {overdue && <p className="commitment-late">{say({ zh: '□! 核查已超期', en: '□! The check is overdue' })}</p>}
      {commitment.fileId !== null && <DownloadButton id={commitment.fileId} name={say(matter.name)} />}
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
