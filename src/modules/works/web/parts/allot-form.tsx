import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { allotToWork, takeBackFromWork } from '../../contract.ts'
import { stale } from './use-works.ts'

interface AllotFormProps {
  readonly work: WorkView
  readonly act: 'allot' | 'takeBack'
  readonly onDone: () => void
}

/** Part of a bond for this work, or back from it. */
export function AllotForm({ work, act: which, onDone }: AllotFormProps) {
  const say = useText()
  const id = useId()
  const [bond, setBond] = useState('')
  const [amount, setAmount] = useState('')
  const [document, setDocument] = useState('')
  const allot = useAct(allotToWork, { stale, onDone })
  const takeBack = useAct(takeBackFromWork, { stale, onDone })
  const act = which === 'allot' ? allot : takeBack
  const ready = bond !== '' && amount.trim() !== '' && document.trim() !== ''
  const label = which === 'allot' ? { zh: '安排额度', en: 'Allot' } : { zh: '收回额度', en: 'Take back' }
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        const { id: workId, version } = work
        if (ready) act.mutate({ id: workId, version, bond, amount: amount.trim(), document: document.trim() })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-bond`}>{say({ zh: '专项债', en: 'Bond' })}</label>
        <RefPicker id={`${id}-bond`} to="bonds.bond" value={bond} onChange={setBond} />
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
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '依据', en: 'Document' })}</label>
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
          {say(label)}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
