import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { call } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { stateMeanings } from '../../../cases/contract/state.ts'
import type { Conflict } from '../../contract/rows.ts'
import { decideConflict } from '../../contract.ts'

interface ConflictListProps {
  readonly conflicts: readonly Conflict[]
  readonly onDecided: () => void
}

/** Both sides of every conflict beside each other; a person says which holds, and why. */
export function ConflictList({ conflicts, onDecided }: ConflictListProps) {
  const say = useText()
  if (conflicts.length === 0) {
    return (
      <p className="card">
        {say({
          zh: '没有冲突。省平台和本区对同一办件说法不同时，会并排显示在这里。',
          en: 'No conflict. Where the province and this zone say different things of one case, both stand here side by side.',
        })}
      </p>
    )
  }
  return conflicts.map((conflict) => (
    <OneConflict key={`${conflict.caseId}${conflict.theirs.state}`} conflict={conflict} onDecided={onDecided} />
  ))
}

function OneConflict({ conflict, onDecided }: { readonly conflict: Conflict; readonly onDecided: () => void }) {
  const say = useText()
  const { may } = useMember()
  const { ruled } = conflict
  return (
    <section className="card" aria-label={`${conflict.project} ${say(conflict.matter)}`}>
      <h2>
        {conflict.project} · {say(conflict.matter)}
      </h2>
      <div className="exchange-sides">
        <Side name={{ zh: '本区', en: 'Here' }} side={conflict.ours} />
        <Side name={{ zh: '省平台', en: 'The province' }} side={conflict.theirs} />
      </div>
      {ruled !== null && (
        <p className="notice notice-warning">
          {say({
            zh: `${ruled.by} 已裁定以省平台为准（${ruled.reason}）：请在办件里补办这一步，办好后自动消失。`,
            en: `${ruled.by} has said that the province is right (${ruled.reason}): take the step in the case, and this goes away.`,
          })}
        </p>
      )}
      <p>
        <Link to="/cases/$id" params={{ id: conflict.caseId }}>
          {say({ zh: '打开办件', en: 'Open the case' })}
        </Link>
      </p>
      {ruled === null && may('exchange.decide') && <Decide conflict={conflict} onDecided={onDecided} />}
    </section>
  )
}

function Side({ name, side }: { readonly name: Label; readonly side: Conflict['ours'] }) {
  const say = useText()
  return (
    <dl>
      <dt>{say(name)}</dt>
      <dd>
        <strong>{say(stateMeanings[side.state].label)}</strong> {side.on}
        {side.decidedOn !== null && say({ zh: `，${side.decidedOn} 办结`, en: `, decided on ${side.decidedOn}` })}
      </dd>
    </dl>
  )
}

function Decide({ conflict, onDecided }: { readonly conflict: Conflict; readonly onDecided: () => void }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (keep: 'ours' | 'theirs') =>
      call(decideConflict, {
        ...{ zone: zone.code, case: conflict.caseId, keep, reason: reason.trim() },
        ...{ ours: conflict.ours.state, theirs: conflict.theirs.state },
      }),
    onSuccess: onDecided,
  })
  const ready = reason.trim().length >= 2 && !decide.isPending
  return (
    <div className="exchange-form">
      <div className="field">
        <label htmlFor={id}>{say({ zh: '理由', en: 'Reason' })}</label>
        <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Refusal error={decide.error} />
      <div className="form-actions">
        <Button disabled={!ready} onClick={() => decide.mutate('ours')}>
          {say({ zh: '以本区为准', en: 'What stands here holds' })}
        </Button>
        <Button disabled={!ready} onClick={() => decide.mutate('theirs')}>
          {say({ zh: '以省平台为准', en: 'The province is right' })}
        </Button>
      </div>
    </div>
  )
}
