import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { allotFlat, type Flats, type Queued } from '../../contract.ts'
import { stale } from './use-flats.ts'

interface AllotFormProps {
  readonly queued: Queued
  readonly free: Flats['free']
  readonly onDone: () => void
}

/** A flat for one in the queue; out of turn only with its reason. */
export function AllotForm({ queued, free, onDone }: AllotFormProps) {
  const say = useText()
  const id = useId()
  const [unit, setUnit] = useState<string | undefined>(undefined)
  const [startsOn, setStartsOn] = useState(legalDayOf(new Date()))
  const [why, setWhy] = useState('')
  const act = useAct(allotFlat, { stale, onDone })
  const ready = unit !== undefined && startsOn !== ''
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (unit === undefined || startsOn === '') return
        act.mutate({ id: queued.id, unit, startsOn, outOfTurn: why.trim() === '' ? null : why })
      }}
    >
      <h2>{say({ zh: `给 ${queued.title} 分配公寓`, en: `A flat for ${queued.title}` })}</h2>
      <div className="field">
        <label htmlFor={`${id}-unit`}>{say({ zh: '空房', en: 'Free flat' })}</label>
        <Select
          id={`${id}-unit`}
          showSearch
          style={{ width: '100%', maxWidth: '20rem' }}
          optionFilterProp="label"
          {...(unit !== undefined && { value: unit })}
          onChange={(value: string) => setUnit(value)}
          options={free.map((flat) => ({ value: flat.id, label: `${flat.code} · ${flat.areaSqm} m²` }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>{say({ zh: '起租日', en: 'From' })}</label>
        <input
          id={`${id}-from`}
          type="date"
          className="text-input"
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-why`}>
          {say({ zh: '提前分配的理由（按位次分配就空着）', en: 'Why out of turn (else empty)' })}
        </label>
        <Input id={`${id}-why`} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '确认分配', en: 'Allot' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
