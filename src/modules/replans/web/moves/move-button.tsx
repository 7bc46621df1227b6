import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'

interface MoveButtonProps {
  /** Of what: said to who does not see the card around it. */
  readonly name: string
  readonly pending: boolean
  readonly error: unknown
  readonly onMove: (reason: string) => void
}

/** Asks for the reason, then moves. */
export function MoveButton({ name, pending, error, onMove }: MoveButtonProps) {
  const say = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)}>
        {say({ zh: '改按现行目录', en: 'Move to the one in force' })}
        <span className="visually-hidden">：{name}</span>
      </Button>
    )
  }
  return (
    <form
      className="moves-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '' && !pending) onMove(reason.trim())
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say({ zh: '理由', en: 'Reason' })}</label>
        <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Refusal error={error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={pending}>
          {say({ zh: '确认改按现行目录', en: 'Confirm the move' })}
        </Button>
        <Button onClick={() => setOpen(false)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
