import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { Cause, causeLabels, causes, type ProjectCondition } from '../../contract/stage.ts'
import type { Dossier } from '../../contract.ts'
import { useMove } from './use-dossier.ts'

const turns: Readonly<Record<ProjectCondition, { readonly zh: string; readonly en: string }>> = {
  active: { zh: '恢复推进', en: 'Take up again' },
  stalled: { zh: '记为停滞', en: 'Mark as stalled' },
  withdrawn: { zh: '记为退出', en: 'Mark as withdrawn' },
}

/** Stands still, goes on, or is given up: with its cause, in words. */
export function TurnForm({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const id = useId()
  const [to, setTo] = useState<ProjectCondition | null>(null)
  const [cause, setCause] = useState<Cause>('firm')
  const [reason, setReason] = useState('')
  const move = useMove(dossier)
  if (dossier.condition === 'withdrawn') return null
  const possible: readonly ProjectCondition[] =
    dossier.condition === 'active' ? ['stalled', 'withdrawn'] : ['active', 'withdrawn']
  if (to === null) {
    return (
      <div className="form-actions">
        {possible.map((condition) => (
          <Button key={condition} onClick={() => setTo(condition)}>
            {say(turns[condition])}
          </Button>
        ))}
      </div>
    )
  }
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        move.mutate({ to, cause, reason: reason.trim() }, { onSuccess: () => setTo(null) })
      }}
    >
      <h3>{say(turns[to])}</h3>
      <div className="field">
        <label htmlFor={`${id}-cause`}>{say({ zh: '原因归类', en: 'Whose cause' })}</label>
        <select id={`${id}-cause`} value={cause} onChange={(event) => setCause(Cause.parse(event.target.value))}>
          {causes.map((one) => (
            <option key={one} value={one}>
              {say(causeLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{say({ zh: '说明', en: 'In words' })}</label>
        <Input.TextArea
          id={`${id}-reason`}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Refusal error={move.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={move.isPending} disabled={reason.trim() === ''}>
          {say({ zh: '确认', en: 'Confirm' })}
        </Button>
        <Button onClick={() => setTo(null)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
