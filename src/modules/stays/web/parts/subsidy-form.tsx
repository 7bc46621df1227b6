import { Button } from 'antd'
import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { paySubsidy, readSubsidies } from '../../contract/subsidy.ts'

/** A payment to the operator with its paper; what is owed is filled in. */
export function SubsidyForm({ balance, onDone }: { readonly balance: string; readonly onDone: () => void }) {
  const say = useText()
  const [amount, setAmount] = useState(balance)
  const [happenedOn, setHappenedOn] = useState(legalDayOf(new Date()))
  const [document, setDocument] = useState('')
  const act = useAct(paySubsidy, { stale: [readSubsidies.name], onDone })
  const ready = /^\d{1,13}(\.\d{1,2})?$/.test(amount) && happenedOn !== '' && document.trim() !== ''
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !act.isPending) act.mutate({ balance, amount, happenedOn, document: document.trim() })
      }}
    >
      <LabelledField
        label={{ zh: '金额（元）', en: 'Amount (CNY)' }}
        type="number"
        value={amount}
        onChange={setAmount}
      />
      <LabelledField
        label={{ zh: '付款日期', en: 'Paid on' }}
        type="date"
        value={happenedOn}
        onChange={setHappenedOn}
      />
      <LabelledField
        label={{ zh: '支付凭证号', en: 'Number of the payment order' }}
        maxLength={80}
        value={document}
        onChange={setDocument}
      />
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '登记付款', en: 'Enter it' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
