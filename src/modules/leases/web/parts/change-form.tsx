import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { changeLease, type Lease } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

/** Another rent from a day on; unpaid bills of these days are drawn anew. */
export function ChangeForm({ lease, onDone }: { readonly lease: Lease; readonly onDone: () => void }) {
  const [from, setFrom] = useState(legalDayOf(new Date()))
  const [rate, setRate] = useState(lease.rate ?? '')
  const [reason, setReason] = useState('')
  const act = useAct(changeLease, { stale, onDone })
  return (
    <ActForm
      submit={{ zh: '确认变更', en: 'Change' }}
      ready={from !== '' && rate !== '' && reason.trim() !== ''}
      pending={act.isPending}
      error={act.error}
      onCancel={onDone}
      onSubmit={() => act.mutate({ id: lease.id, version: lease.version, from, rate, reason })}
    >
      <InputField label={{ zh: '从哪天起', en: 'From' }} type="date" value={from} onChange={setFrom} />
      <InputField
        label={{ zh: '租金（元/平方米·月）', en: 'Rent (CNY per m² and month)' }}
        type="number"
        value={rate}
        onChange={setRate}
      />
      <InputField label={{ zh: '依据或原因', en: 'Reason' }} value={reason} onChange={setReason} />
    </ActForm>
  )
}
