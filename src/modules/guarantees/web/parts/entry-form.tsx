import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { deliverElement, type Guarantee, promiseElement } from '../../contract.ts'
import { stale } from './use-guarantees.ts'

interface EntryFormProps {
  readonly guarantee: Guarantee
  readonly kind: 'promise' | 'delivery'
  readonly onDone: () => void
}

/** A promise with its day, or what has come with its day; both with department and document. */
export function EntryForm({ guarantee, kind, onDone }: EntryFormProps) {
  const say = useText()
  const id = useId()
  const { gap, promised, delivered, unit, neededOn } = guarantee
  const [quantity, setQuantity] = useState<number | null>(kind === 'promise' ? gap : promised - delivered)
  const [department, setDepartment] = useState('')
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(kind === 'promise' ? neededOn : legalDayOf(new Date()))
  const promise = useAct(promiseElement, { stale, onDone })
  const deliver = useAct(deliverElement, { stale, onDone })
  const act = kind === 'promise' ? promise : deliver
  const ready = quantity !== null && quantity > 0 && department !== '' && document.trim() !== '' && day !== ''
  const submit = () => {
    if (quantity === null) return
    const shared = { id: guarantee.id, quantity, department, document: document.trim() }
    if (kind === 'promise') promise.mutate({ ...shared, dueOn: day })
    else deliver.mutate({ ...shared, happenedOn: day })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) submit()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-quantity`}>{say({ zh: `数量（${unit}）`, en: `Quantity (${unit})` })}</label>
        <InputNumber id={`${id}-quantity`} min={0.01} precision={2} value={quantity} onChange={setQuantity} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>
          {say(kind === 'promise' ? { zh: '何时到位', en: 'By when' } : { zh: '到位日期', en: 'Delivered on' })}
        </label>
        <input
          id={`${id}-day`}
          type="date"
          className="text-input"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-department`}>{say({ zh: '保障部门', en: 'Department' })}</label>
        <RefPicker id={`${id}-department`} to="organisation.department" value={department} onChange={setDepartment} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '凭据（函号、合同、回单）', en: 'Document' })}</label>
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
          {say(kind === 'promise' ? { zh: '承诺保障', en: 'Promise' } : { zh: '登记到位', en: 'Enter delivery' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
