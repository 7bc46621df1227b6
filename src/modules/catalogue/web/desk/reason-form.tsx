import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'

interface ReasonFormProps {
  readonly act: Label
  readonly label?: Label
  readonly pending: boolean
  readonly error: unknown
  readonly primary?: boolean
  readonly children?: ReactNode
  readonly onSend: (reason: string) => void
}

/** An act that asks for a reason: one line, one button. */
export function ReasonForm({ act, label, pending, error, primary = true, children, onSend }: ReasonFormProps) {
  const say = useText()
  const id = useId()
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !pending) onSend(reason.trim())
      }}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{say(label ?? { zh: '理由', en: 'Reason' })}</label>
        <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Refusal error={error} />
      <div className="form-actions">
        <Button {...(primary && { type: 'primary' as const })} htmlType="submit" disabled={!ready} loading={pending}>
          {say(act)}
        </Button>
      </div>
    </form>
  )
}
