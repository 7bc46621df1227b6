import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { exitLease, type Lease } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

/** An early exit with its notice; what was paid for later days is given back as a bill below zero. */
export function ExitForm({ lease, onDone }: { readonly lease: Lease; readonly onDone: () => void }) {
  const say = useText()
  const today = legalDayOf(new Date())
  const [noticeOn, setNoticeOn] = useState(today)
  const [endsOn, setEndsOn] = useState('')
  const [reason, setReason] = useState('')
  const [agreed, setAgreed] = useState('')
  const act = useAct(exitLease, { stale, onDone })
  return (
    <ActForm
      submit={{ zh: '确认退租', en: 'End the lease' }}
      ready={noticeOn !== '' && endsOn !== '' && reason.trim() !== ''}
      pending={act.isPending}
      error={act.error}
      onCancel={onDone}
      onSubmit={() =>
        act.mutate({
          ...{ id: lease.id, version: lease.version, noticeOn, endsOn, reason },
          agreed: agreed.trim() === '' ? null : agreed,
        })
      }
    >
      <p>
        {say({
          zh: `约定提前 ${lease.noticeDays} 天通知。未缴的后期账单作废，已多缴的列为退还。`,
          en: `Notice is ${lease.noticeDays} days. Unpaid bills of later days fall away; what was paid for them is given back.`,
        })}
      </p>
      <InputField
        label={{ zh: '通知日期', en: 'Notice given on' }}
        type="date"
        value={noticeOn}
        onChange={setNoticeOn}
      />
      <InputField
        label={{ zh: '退租日（最后一天）', en: 'Last day' }}
        type="date"
        value={endsOn}
        onChange={setEndsOn}
      />
      <InputField label={{ zh: '退租原因', en: 'Reason' }} value={reason} onChange={setReason} />
      <InputField
        label={{ zh: '通知不足时，双方同意的理由', en: 'Where notice is short: why both agree' }}
        value={agreed}
        onChange={setAgreed}
      />
    </ActForm>
  )
}
