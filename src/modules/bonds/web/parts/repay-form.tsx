import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type BondView, repayBond } from '../../contract.ts'
import { stale } from './use-bonds.ts'

interface RepayFormProps {
  readonly bond: BondView
  readonly instalment: BondView['repayments'][number]
  readonly onDone: () => void
}

/** An instalment was paid: on which day, by which paper. */
export function RepayForm({ bond, instalment, onDone }: RepayFormProps) {
  const say = useText()
  const id = useId()
  const [day, setDay] = useState(instalment.dueOn)
  const [document, setDocument] = useState('')
  const act = useAct(repayBond, { stale, onDone })
  const ready = day !== '' && document.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const paper = { repayment: instalment.id, paidOn: day, document: document.trim() }
        if (ready) act.mutate({ id: bond.id, version: bond.version, ...paper })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-day`}>{say({ zh: '还付日期', en: 'Paid on' })}</label>
        <input
          id={`${id}-day`}
          type="date"
          className="text-input"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '凭证', en: 'Document' })}</label>
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
          {say({ zh: '登记', en: 'Enter' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
