import { Button } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { handOver, type LandContract, notePermit, payPrice, transferLand } from '../../contract/contracts.ts'
import { stale } from './use-supply.ts'

const acts = {
  pay: { label: { zh: '登记缴款', en: 'Enter a payment' }, document: { zh: '缴款凭证号', en: 'Receipt' } },
  handOver: { label: { zh: '交地', en: 'Hand over' }, document: { zh: '交地确认书编号', en: 'Handover paper' } },
  permit: {
    label: { zh: '登记许可证', en: 'Enter a permit' },
    document: { zh: '许可证编号', en: 'Number of the permit' },
  },
  transfer: { label: { zh: '土地转让', en: 'Transfer' }, document: { zh: '转让合同编号', en: 'Contract of transfer' } },
} as const
type Act = keyof typeof acts

/** What can be done with a contract: each with its day and document. */
export function ContractActs({ contract }: { readonly contract: LandContract }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState<Act | null>(null)
  const missing = contract.permits.filter(({ number }) => number === null)
  const offered = [
    ...(may('supply.pay') && contract.instalments.some(({ state }) => state !== 'paid') ? (['pay'] as const) : []),
    ...(may('supply.offer') && contract.handedOverOn === null ? (['handOver'] as const) : []),
    ...(may('supply.offer') && missing.length > 0 ? (['permit'] as const) : []),
    ...(may('supply.offer') ? (['transfer'] as const) : []),
  ]
  if (open !== null) return <ActForm contract={contract} act={open} onDone={() => setOpen(null)} />
  return (
    <p className="supply-acts">
      {offered.map((act) => (
        <Button key={act} onClick={() => setOpen(act)}>
          {say(acts[act].label)}
        </Button>
      ))}
    </p>
  )
}

function ActForm({
  contract,
  act,
  onDone,
}: {
  readonly contract: LandContract
  readonly act: Act
  readonly onDone: () => void
}) {
  const say = useText()
  const id = useId()
  const missing = contract.permits.filter(({ number }) => number === null)
  const [happenedOn, setDay] = useState(legalDayOf(new Date()))
  const [document, setDocument] = useState('')
  const [amountYuan, setAmount] = useState('')
  const [code, setCode] = useState(missing[0]?.code ?? '')
  const [enterprise, setEnterprise] = useState('')
  // The day on which a case granted it is not asked for again.
  const grantedOn = (act === 'permit' && missing.find((one) => one.code === code)?.issuedOn) || null
  const pay = useAct(payPrice, { stale, onDone })
  const hand = useAct(handOver, { stale, onDone })
  const permit = useAct(notePermit, { stale, onDone })
  const transfer = useAct(transferLand, { stale, onDone })
  const running = { pay, handOver: hand, permit, transfer }[act]
  const filled = {
    pay: /^\d+(\.\d{1,2})?$/.test(amountYuan),
    handOver: true,
    permit: code !== '',
    transfer: enterprise !== '',
  }[act]
  const ready = filled && document.trim() !== '' && happenedOn !== ''
  const submit = () => {
    const one = { id: contract.id, version: contract.version, happenedOn }
    if (act === 'pay') pay.mutate({ ...one, amountYuan, document })
    if (act === 'handOver') hand.mutate({ ...one, document })
    if (act === 'permit') permit.mutate({ ...one, happenedOn: grantedOn ?? happenedOn, code, number: document })
    if (act === 'transfer') transfer.mutate({ ...one, enterprise, project: null, document })
  }
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !running.isPending) submit()
      }}
    >
      <h2>{say(acts[act].label)}</h2>
      <div className="supply-fields">
        {grantedOn === null && (
          <LabelledField label={{ zh: '日期', en: 'Day' }} type="date" value={happenedOn} onChange={setDay} />
        )}
        {act === 'pay' && (
          <LabelledField
            label={{ zh: '金额（元）', en: 'Amount (yuan)' }}
            type="number"
            value={amountYuan}
            onChange={setAmount}
          />
        )}
        {act === 'permit' && (
          <div className="field">
            <label htmlFor={`${id}-code`}>{say({ zh: '许可证', en: 'Permit' })}</label>
            <select
              id={`${id}-code`}
              className="text-input"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            >
              {missing.map((one) => (
                <option key={one.code} value={one.code}>
                  {say(one.title)}
                </option>
              ))}
            </select>
          </div>
        )}
        {act === 'transfer' && (
          <div className="field">
            <label htmlFor={`${id}-firm`}>
              {say({ zh: '受让企业（合同义务随地转移）', en: 'New holder (the duties move with the land)' })}
            </label>
            <RefPicker id={`${id}-firm`} to="enterprises.enterprise" value={enterprise} onChange={setEnterprise} />
          </div>
        )}
        <LabelledField label={acts[act].document} value={document} onChange={setDocument} />
      </div>
      <Refusal error={running.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={running.isPending}>
          {say(acts[act].label)}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
