import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { notYetLabels } from '../../contract/not-yet.ts'
import type { Finding } from '../../contract.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { DismissForm } from './dismiss-form.tsx'
import './stalls.css'

const stateLabels: Readonly<Record<Finding['state'], { readonly zh: string; readonly en: string }>> = {
  new: { zh: '▲ 按规则列出，还没有人看过', en: '▲ Found by rule, not looked at yet' },
  inHand: { zh: '● 已确认，处置中', en: '● Confirmed, in hand' },
  dismissed: { zh: '○ 已排除', en: '○ Put aside' },
}

/** What a rule finds of one project: its reason, its rule, and what a person makes of it. */
export function FindingCard({ finding, named = false }: { readonly finding: Finding; readonly named?: boolean }) {
  const say = useText()
  const { zone, may } = useMember()
  const [judging, setJudging] = useState<'confirm' | 'dismiss' | null>(null)
  const { project, notYet, why, source, confidence, state, dismissed, sample } = finding
  const done = () => setJudging(null)
  return (
    <article className="card finding">
      <h3>
        {named ? (
          <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'stalls' }}>
            {project.name}
          </Link>
        ) : (
          say(notYetLabels[notYet])
        )}{' '}
        {named && <span className="mark">{say(notYetLabels[notYet])}</span>}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h3>
      <p>{say(why)}</p>
      <p className="soft small">
        {say({ zh: `依据（${confidence}）：${source}`, en: `Rule (${confidence}): ${source}` })}
      </p>
      <p>
        {say(stateLabels[state])}
        {dismissed !== null &&
          say({
            zh: `：${dismissed.on} ${dismissed.by}，${dismissed.reason}${dismissed.againOn === null ? '' : `（${dismissed.againOn} 再看）`}`,
            en: `: ${dismissed.on} ${dismissed.by}, ${dismissed.reason}${dismissed.againOn === null ? '' : ` (again on ${dismissed.againOn})`}`,
          })}
      </p>
      {state !== 'inHand' && may('stalls.judge') && judging === null && (
        <div className="form-actions">
          <Button type="primary" onClick={() => setJudging('confirm')}>
            {say({ zh: '确认停滞', en: 'Confirm' })}
          </Button>
          {state === 'new' && (
            <Button onClick={() => setJudging('dismiss')}>{say({ zh: '排除', en: 'Put aside' })}</Button>
          )}
        </div>
      )}
      {judging === 'confirm' && <ConfirmForm finding={finding} onDone={done} />}
      {judging === 'dismiss' && <DismissForm finding={finding} onDone={done} />}
    </article>
  )
}
