import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { type Lease, payDeposit, returnDeposit } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

interface DepositFormProps {
  readonly lease: Lease
  readonly back: boolean
  readonly onDone: () => void
}

/** The deposit has come, or goes back less what is kept and why. */
export function DepositForm({ lease, back, onDone }: DepositFormProps) {
  const [happenedOn, setHappenedOn] = useState(legalDayOf(new Date()))
  const [document, setDocument] = useState('')
  const [deducted, setDeducted] = useState('0')
  const [reason, setReason] = useState('')
  const pay = useAct(payDeposit, { stale, onDone })
  const give = useAct(returnDeposit, { stale, onDone })
  const act = back ? give : pay
  const shared = { id: lease.id, version: lease.version, happenedOn, document }
  return (
    <ActForm
      submit={back ? { zh: '退还押金', en: 'Give back' } : { zh: '押金到账', en: 'It has come' }}
      ready={happenedOn !== '' && document.trim() !== '' && deducted !== ''}
      pending={act.isPending}
      error={act.error}
      onCancel={onDone}
      onSubmit={() =>
        back ? give.mutate({ ...shared, deducted, reason: reason.trim() === '' ? null : reason }) : pay.mutate(shared)
      }
    >
      <InputField label={{ zh: '日期', en: 'On' }} type="date" value={happenedOn} onChange={setHappenedOn} />
      <InputField label={{ zh: '凭证号', en: 'Document' }} value={document} onChange={setDocument} />
      {back && (
        <>
          <InputField
            label={{ zh: '扣款（元）', en: 'Deducted (CNY)' }}
            type="number"
            value={deducted}
            onChange={setDeducted}
          />
          <InputField label={{ zh: '扣款原因', en: 'Why' }} value={reason} onChange={setReason} />
        </>
      )}
    </ActForm>
  )
}
