import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'

interface ActFormProps {
  readonly submit: Label
  readonly ready: boolean
  readonly pending: boolean
  readonly error: Error | null
  readonly onSubmit: () => void
  readonly onCancel?: () => void
  readonly children: ReactNode
}

/** Fields of one decision with its refusal beneath and its button. It takes the place of the button that opened it, so it takes the focus too. */
export function ActForm({ submit, ready, pending, error, onSubmit, onCancel, children }: ActFormProps) {
  const say = useText()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  return (
    <form
      ref={form}
      className="card lease-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSubmit()
      }}
    >
      {children}
      <Refusal error={error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
          {say(submit)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say({ zh: '取消', en: 'Cancel' })}</Button>}
      </div>
    </form>
  )
}
