import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useText } from '../../../../web/text.tsx'
import { followUpStateLabels } from '../../contract/steps.ts'
import type { FollowUp } from '../../contract.ts'
import { DueText } from './due-text.tsx'

/** One order on one line: what, who, by when, where it stands; and the answer beneath it, where the order was written. */
export function FollowUpLine({ followUp, onOpen }: { readonly followUp: FollowUp; readonly onOpen?: () => void }) {
  const say = useText()
  const { task, to, issuer, state, subject, answer, urged, sample } = followUp
  return (
    <div className="follow-up">
      <div className="follow-up-head">
        {onOpen ? (
          <button type="button" className="follow-up-open" onClick={onOpen}>
            {task}
          </button>
        ) : (
          <strong>{task}</strong>
        )}
        <span className="mark">{say(followUpStateLabels[state])}</span>
        {urged > 0 && <span className="mark mark-E">{say({ zh: `催办 ${urged} 次`, en: `Urged ${urged}×` })}</span>}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </div>
      <div className="follow-up-head small">
        <span>{say({ zh: `承办：${to.name}`, en: `For: ${to.name}` })}</span>
        <span className="soft">{say({ zh: `交办：${issuer}`, en: `From: ${issuer}` })}</span>
        <DueText followUp={followUp} />
        {subject !== null && <a href={subject.link}>{subject.name}</a>}
      </div>
      {answer !== null && (
        <p className="follow-up-answer">
          <strong>{answer.by}</strong>
          {say({ zh: '：', en: ': ' })}
          {answer.words} <span className="soft small">{readableMoment(answer.at)}</span>
        </p>
      )}
    </div>
  )
}
