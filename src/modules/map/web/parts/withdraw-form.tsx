import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { listPublications, type Publication, withdrawLayer } from '../../contract/publication.ts'

/** A published layer is taken back, with the reason. */
export function WithdrawForm({ publication: { id, version } }: { readonly publication: Publication }) {
  const say = useText()
  const form = useId()
  const [reason, setReason] = useState('')
  const act = useAct(withdrawLayer, { stale: [listPublications.name] })
  const ready = reason.trim().length > 1
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) act.mutate({ id, version, reason: reason.trim() })
      }}
    >
      <label htmlFor={form}>{say({ zh: '撤回原因', en: 'Why it is withdrawn' })}</label>
      <Input id={form} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Refusal error={act.error} />
      <Button htmlType="submit" danger disabled={!ready} loading={act.isPending}>
        {say({ zh: '撤回', en: 'Withdraw' })}
      </Button>
    </form>
  )
}
