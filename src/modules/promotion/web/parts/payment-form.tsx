import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { enterPayment } from '../../contract/ledger.ts'
import { type Currency, currencies, type PaymentBasis, paymentBases, paymentBasisLabels } from '../../contract/words.ts'
import { promotionDoors } from './use-promotion.ts'

interface Props {
  readonly agreement: string
  readonly onClose: () => void
}

/** One sum that has come in: day, money, basis, proof. */
export function PaymentForm({ agreement, onClose }: Props) {
  const say = useText()
  const id = useId()
  const today = legalDayOf(new Date())
  const [happenedOn, setHappenedOn] = useState(today)
  const [basis, setBasis] = useState<PaymentBasis>('receipt')
  const [currency, setCurrency] = useState<Currency>('CNY')
  const [wan, setWan] = useState('')
  const [rate, setRate] = useState('')
  const [document, setDocument] = useState('')
  const [fileId, setFileId] = useState<string | null>(null)
  const act = useAct(enterPayment, { stale: promotionDoors, onDone: onClose })
  const foreign = currency !== 'CNY'
  const amount = /^\d{1,11}(\.\d{1,6})?$/.test(wan.trim()) ? (Number(wan) * 10_000).toFixed(2) : null
  const ready = amount !== null && document.trim() !== '' && happenedOn !== '' && (!foreign || rate.trim() !== '')
  return (
    <form
      className="promotion-form"
      aria-label={say({ zh: '登记到位资金', en: 'Enter money' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        act.mutate({
          agreement,
          happenedOn,
          basis,
          currency,
          amount,
          rate: foreign ? rate.trim() : null,
          document: document.trim(),
          fileId,
          note: null,
        })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-on`}>{say({ zh: '到位日期', en: 'Came in on' })}</label>
        <input
          id={`${id}-on`}
          type="date"
          className="text-input"
          max={today}
          value={happenedOn}
          onChange={(event) => setHappenedOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-wan`}>{say({ zh: '金额（万）', en: 'Amount (10,000)' })}</label>
        <Input id={`${id}-wan`} inputMode="decimal" value={wan} onChange={(event) => setWan(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-currency`}>{say({ zh: '币种', en: 'Currency' })}</label>
        <select
          id={`${id}-currency`}
          value={currency}
          onChange={(event) => setCurrency(currencies.find((one) => one === event.target.value) ?? 'CNY')}
        >
          {currencies.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      {foreign && (
        <div className="field">
          <label htmlFor={`${id}-rate`}>
            {say({ zh: '当日汇率（1 外币合元）', en: 'Rate of the day (yuan for one)' })}
          </label>
          <Input id={`${id}-rate`} inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-basis`}>{say({ zh: '统计口径', en: 'Basis' })}</label>
        <select
          id={`${id}-basis`}
          value={basis}
          onChange={(event) => setBasis(paymentBases.find((one) => one === event.target.value) ?? 'receipt')}
        >
          {paymentBases.map((one) => (
            <option key={one} value={one}>
              {say(paymentBasisLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '凭证名称与编号', en: 'Proof and its number' })}</label>
        <Input
          id={`${id}-document`}
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      <div className="field">
        <UploadButton
          name={say({ zh: '凭证文件', en: 'file of the proof' })}
          given={fileId !== null}
          onFile={(file) => setFileId(file.id)}
        />
      </div>
      <div className="promotion-whole">
        <Refusal error={act.error} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
            {say({ zh: '登记', en: 'Enter' })}
          </Button>
          <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
        </div>
      </div>
    </form>
  )
}
