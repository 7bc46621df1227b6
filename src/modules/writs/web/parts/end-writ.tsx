import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Writ } from '../../contract/writ.ts'
import { reissueWrit, voidWrit } from '../../contract.ts'
import { useWritAct } from './use-writs.ts'

interface EndWritProps {
  readonly writ: Writ
  readonly step: 'void' | 'reissue'
  readonly label: Label
  readonly onClose: () => void
}

/** Declaring void and making anew both say why. */
export function EndWrit({ writ, step, label, onClose }: EndWritProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const ending = useWritAct(voidWrit, onClose)
  const making = useWritAct(reissueWrit, onClose)
  const act = step === 'void' ? ending : making
  const input = { zone: zone.code, id: writ.id, version: writ.version, reason: reason.trim() }
  return (
    <form
      className="card writ-form"
      aria-label={`${say(label)} ${writ.number}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (input.reason === '' || act.isPending) return
        if (step === 'void') ending.mutate(input)
        else making.mutate({ ...input, note: note.trim() })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-reason`}>{say({ zh: '理由', en: 'Reason' })}</label>
        <Input.TextArea
          id={`${id}-reason`}
          maxLength={2000}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      {step === 'reissue' && (
        <div className="field">
          <label htmlFor={`${id}-note`}>
            {say({ zh: '新文书的补充说明（选填）', en: 'Addition to the new one (optional)' })}
          </label>
          <Input.TextArea id={`${id}-note`} maxLength={2000} value={note} onChange={(e) => setNote(e.target.value)} />
        </div>
      )}
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={input.reason === ''} loading={act.isPending}>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
