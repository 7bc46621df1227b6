import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { payPayable } from '../../contract.ts'
import { DayField } from './day-field.tsx'
import { stale } from './use-works.ts'

interface PayFormProps {
  readonly work: WorkView
  readonly payable: WorkView['payables'][number]
  readonly onDone: () => void
}

/** How much, from which source of the work, on which day, by which paper. */
export function PayForm({ work, payable, onDone }: PayFormProps) {
  const say = useText()
  const language = useLanguage()
  const id = useId()
  const [source, setSource] = useState(work.sources[0]?.id ?? '')
  const [amount, setAmount] = useState(payable.owed)
  const [day, setDay] = useState(legalDayOf(new Date()))
  const [document, setDocument] = useState('')
  const act = useAct(payPayable, { stale, onDone })
  const ready = source !== '' && amount.trim() !== '' && day !== '' && document.trim() !== ''
  const atHand = (one: WorkView['sources'][number]) =>
    formatYuan(String(Number(one.received) - Number(one.used)), language)
  return (
    <form
      className="card"
      aria-label={payable.title}
      onSubmit={(event) => {
        event.preventDefault()
        const money = { source, amount: amount.trim(), paidOn: day, document: document.trim() }
        if (ready) act.mutate({ id: payable.id, ...money })
      }}
    >
      <h3>{payable.title}</h3>
      <div className="field">
        <label htmlFor={`${id}-source`}>{say({ zh: '资金来源', en: 'Source' })}</label>
        <select id={`${id}-source`} value={source} onChange={(event) => setSource(event.target.value)}>
          {work.sources.map((one) => (
            <option key={one.id} value={one.id}>
              {say({ zh: `${one.title}（可用 ${atHand(one)}）`, en: `${one.title} (${atHand(one)} at hand)` })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-amount`}>{say({ zh: '金额（元）', en: 'Amount (CNY)' })}</label>
        <Input
          id={`${id}-amount`}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </div>
      <DayField label={say({ zh: '支付日期', en: 'Paid on' })} value={day} onChange={setDay} />
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '支付凭证', en: 'Document' })}</label>
        <Input
          id={`${id}-document`}
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '登记支付', en: 'Pay' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
