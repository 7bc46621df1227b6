import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { type LeaseBill, payBill, waiveBill } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

interface BillFormProps {
  readonly bill: LeaseBill
  readonly verb: 'pay' | 'waive'
  readonly onDone: () => void
}

/** Money with its proof and receipt, or a waiver with its reason. */
export function BillForm({ bill, verb, onDone }: BillFormProps) {
  const [happenedOn, setHappenedOn] = useState(legalDayOf(new Date()))
  const [document, setDocument] = useState('')
  const [receipt, setReceipt] = useState('')
  const [reason, setReason] = useState('')
  const pay = useAct(payBill, { stale, onDone })
  const waive = useAct(waiveBill, { stale, onDone })
  const one = { id: bill.id, version: bill.version }
  if (verb === 'waive') {
    return (
      <ActForm
        submit={{ zh: '减免', en: 'Waive' }}
        ready={reason.trim() !== ''}
        pending={waive.isPending}
        error={waive.error}
        onCancel={onDone}
        onSubmit={() => waive.mutate({ ...one, reason })}
      >
        <InputField label={{ zh: '减免依据和理由', en: 'Ground' }} value={reason} onChange={setReason} />
      </ActForm>
    )
  }
  return (
    <ActForm
      submit={{ zh: '登记收款', en: 'Enter' }}
      ready={happenedOn !== '' && document.trim() !== '' && receipt.trim() !== ''}
      pending={pay.isPending}
      error={pay.error}
      onCancel={onDone}
      onSubmit={() => pay.mutate({ ...one, happenedOn, document, receipt, fileId: null })}
    >
      <InputField
        label={{ zh: '到账日期', en: 'Received on' }}
        type="date"
        value={happenedOn}
        onChange={setHappenedOn}
      />
      <InputField label={{ zh: '转账流水号', en: 'Number of the transfer' }} value={document} onChange={setDocument} />
      <InputField label={{ zh: '票据号', en: 'Receipt' }} value={receipt} onChange={setReceipt} />
    </ActForm>
  )
}
