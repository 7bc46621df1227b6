import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Lease, renewLease } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

interface RenewFormProps {
  readonly lease: Lease
  readonly renewal: NonNullable<Lease['renewal']>
  readonly onCancel: () => void
}

/** The next term is filled in: the same length, the next rent step by the zone's rule. */
export function RenewForm({ lease, renewal, onCancel }: RenewFormProps) {
  const say = useText()
  const { zone } = useMember()
  const navigate = useNavigate()
  const [number, setNumber] = useState(`${lease.number}-续`)
  const [endsOn, setEndsOn] = useState(renewal.endsOn)
  const [rate, setRate] = useState(renewal.rate)
  const act = useAct(renewLease, {
    stale,
    onDone: ({ id }) => navigate({ to: '/leases/$id', params: { id }, search: { zone: zone.code } }),
  })
  const { rise } = renewal
  return (
    <ActForm
      submit={{ zh: '确认续租', en: 'Renew' }}
      ready={number.trim() !== '' && endsOn !== '' && rate !== ''}
      pending={act.isPending}
      error={act.error}
      onCancel={onCancel}
      onSubmit={() => act.mutate({ id: lease.id, version: lease.version, number, endsOn, rate })}
    >
      <p>
        {say({
          zh: `自 ${renewal.startsOn} 起接着租，单元、物业费、押金不变。`,
          en: `On from ${renewal.startsOn}: units, property fee and deposit stay.`,
        })}{' '}
        {rise === null
          ? say({ zh: '没有登记租金递增规则，先按原租金。', en: 'No rule of rise is entered: the rent stays.' })
          : say({
              zh: `租金按规则递增 ${rise * 100}%，由 ${lease.steps.at(-1)?.rate} 到 ${renewal.rate} 元。`,
              en: `The rent rises by ${rise * 100} % from ${lease.steps.at(-1)?.rate} to ${renewal.rate} yuan.`,
            })}
      </p>
      <InputField label={{ zh: '新合同编号', en: 'Number' }} value={number} onChange={setNumber} />
      <InputField label={{ zh: '租至', en: 'Until' }} type="date" value={endsOn} onChange={setEndsOn} />
      <InputField
        label={{ zh: '租金（元/平方米·月）', en: 'Rent (CNY per m² and month)' }}
        type="number"
        value={rate}
        onChange={setRate}
      />
    </ActForm>
  )
}
