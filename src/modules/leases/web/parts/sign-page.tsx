import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { signLease } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { InputField } from './input-field.tsx'
import { stale, useBoard } from './use-leases.ts'

const title = { zh: '签订租约', en: 'Sign a lease' }

/** A lease over units that are free today; the bills follow by themselves. */
export function SignPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const navigate = useNavigate()
  const id = useId()
  const { data, error, refetch } = useBoard()
  const [given, setGiven] = useState(blank)
  const set = (name: keyof typeof blank) => (value: string) => setGiven((before) => ({ ...before, [name]: value }))
  const [units, setUnits] = useState<string[]>([])
  const act = useAct(signLease, {
    stale,
    onDone: (lease) => navigate({ to: '/leases/$id', params: { id: lease.id }, search: { zone: zone.code } }),
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { number, enterprise, startsOn, endsOn, rate, propertyRate, deposit, noticeDays, dueDay, freeTo } = given
  const filled = [number, enterprise, startsOn, endsOn, rate, propertyRate, deposit, noticeDays, dueDay].every(
    (value) => value.trim() !== '',
  )
  const submit = () =>
    act.mutate({
      ...{ number, enterprise, units, startsOn, endsOn, propertyRate, deposit },
      ...{ steps: [{ from: startsOn, rate }], freePeriods: freeTo === '' ? [] : [{ from: startsOn, to: freeTo }] },
      ...{ noticeDays: Number(noticeDays), dueDay: Number(dueDay) },
    })
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <ActForm
        submit={title}
        ready={filled && units.length > 0}
        pending={act.isPending}
        error={act.error}
        onSubmit={submit}
      >
        <InputField label={{ zh: '合同编号', en: 'Number' }} value={number} onChange={set('number')} />
        <div className="field">
          <label htmlFor={`${id}-enterprise`}>{say({ zh: '承租企业', en: 'Lessee' })}</label>
          <RefPicker
            id={`${id}-enterprise`}
            to="enterprises.enterprise"
            value={enterprise}
            onChange={set('enterprise')}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-units`}>{say({ zh: '单元（今天空置的）', en: 'Units that are free today' })}</label>
          <Select
            id={`${id}-units`}
            mode="multiple"
            value={units}
            onChange={setUnits}
            optionFilterProp="label"
            options={data.idle.map(({ unit }) => ({ value: unit.id, label: `${unit.code} · ${unit.areaSqm} m²` }))}
          />
        </div>
        <InputField label={{ zh: '起租日', en: 'From' }} type="date" value={startsOn} onChange={set('startsOn')} />
        <InputField
          label={{ zh: '到期日（最后一天）', en: 'Last day' }}
          type="date"
          value={endsOn}
          onChange={set('endsOn')}
        />
        <InputField
          label={{ zh: '租金（元/平方米·月）', en: 'Rent (CNY per m² and month)' }}
          type="number"
          value={rate}
          onChange={set('rate')}
        />
        <InputField
          label={{ zh: '免租到（没有就空着）', en: 'Free of rent until (or empty)' }}
          type="date"
          value={freeTo}
          onChange={set('freeTo')}
        />
        <InputField
          label={{ zh: '物业费（元/平方米·月）', en: 'Property fee' }}
          type="number"
          value={propertyRate}
          onChange={set('propertyRate')}
        />
        <InputField
          label={{ zh: '押金（元）', en: 'Deposit (CNY)' }}
          type="number"
          value={deposit}
          onChange={set('deposit')}
        />
        <InputField
          label={{ zh: '通知期（天）', en: 'Notice (days)' }}
          type="number"
          value={noticeDays}
          onChange={set('noticeDays')}
        />
        <InputField
          label={{ zh: '每月几日前缴', en: 'Due on day of the month' }}
          type="number"
          value={dueDay}
          onChange={set('dueDay')}
        />
      </ActForm>
    </div>
  )
}

const blank = {
  ...{ number: '', enterprise: '', startsOn: legalDayOf(new Date()), endsOn: '', rate: '', freeTo: '' },
  ...{ propertyRate: '0', deposit: '', noticeDays: '30', dueDay: '10' },
}
