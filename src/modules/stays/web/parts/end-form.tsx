import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { endTenancy, type Tenancy, type Trigger, triggerLabels } from '../../contract.ts'
import { stale } from './use-flats.ts'

/** By which trigger a tenancy ends, when and why. */
export function EndForm({ tenancy, onDone }: { readonly tenancy: Tenancy; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const [happenedOn, setHappenedOn] = useState(legalDayOf(new Date()))
  const [trigger, setTrigger] = useState<Trigger>('termOver')
  const [reason, setReason] = useState('')
  const act = useAct(endTenancy, { stale, onDone })
  const ready = happenedOn !== '' && reason.trim() !== ''
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) act.mutate({ id: tenancy.id, version: tenancy.version, happenedOn, trigger, reason })
      }}
    >
      <h2>{say({ zh: `退出 ${tenancy.unit.code}`, en: `End the tenancy of ${tenancy.unit.code}` })}</h2>
      <div className="field">
        <label htmlFor={`${id}-on`}>{say({ zh: '最后一天', en: 'Last day' })}</label>
        <input
          id={`${id}-on`}
          type="date"
          className="text-input"
          value={happenedOn}
          onChange={(event) => setHappenedOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-trigger`}>{say({ zh: '退出情形', en: 'Why it ends' })}</label>
        <select id={`${id}-trigger`} value={trigger} onChange={(event) => setTrigger(event.target.value as Trigger)}>
          {Object.entries(triggerLabels).map(([key, label]) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{say({ zh: '说明', en: 'Words' })}</label>
        <Input id={`${id}-reason`} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '确认退出', en: 'End it' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
