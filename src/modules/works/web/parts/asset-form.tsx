import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { takeIntoAssets } from '../../contract.ts'
import { DayField } from './day-field.tsx'
import { stale } from './use-works.ts'

/** A completed work goes into the books at what was paid. */
export function AssetForm({ work, onDone }: { readonly work: WorkView; readonly onDone: () => void }) {
  const say = useText()
  const language = useLanguage()
  const id = useId()
  const [name, setName] = useState(work.name)
  const [keeper, setKeeper] = useState('')
  const [day, setDay] = useState(work.operatingOn ?? work.completedOn ?? legalDayOf(new Date()))
  const act = useAct(takeIntoAssets, { stale, onDone })
  const ready = name.trim() !== '' && day !== ''
  const value = formatYuan(work.paid, language)
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        const about = { id: work.id, version: work.version, name: name.trim(), inServiceOn: day }
        if (ready) act.mutate({ ...about, ...(keeper !== '' && { keeper }) })
      }}
    >
      <p>
        {say({
          zh: `按已支付的 ${value} 入账；之后的支付不改变资产价值。`,
          en: `It is entered at the ${value} that was paid; later payments do not change it.`,
        })}
      </p>
      <div className="field">
        <label htmlFor={`${id}-name`}>{say({ zh: '资产名称', en: 'Asset' })}</label>
        <Input id={`${id}-name`} maxLength={150} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-keeper`}>{say({ zh: '管护单位', en: 'Kept by' })}</label>
        <RefPicker id={`${id}-keeper`} to="organisation.department" value={keeper} onChange={setKeeper} />
      </div>
      <DayField label={say({ zh: '启用日期', en: 'In service since' })} value={day} onChange={setDay} />
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '转为资产', en: 'Take into assets' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
