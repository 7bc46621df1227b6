import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { announce, type OfferingRules } from '../../contract/offerings.ts'
import { readIndicators } from './indicator-lines.ts'
import { useOffered } from './use-offered.ts'
import { stale } from './use-supply.ts'

const later = (day: string, days: number) => dayFromNumber(dayNumber(day) + days)

/** The notice of one parcel, with the floors of the law as the first proposal. */
export function AnnounceForm({ rules, onDone }: { readonly rules: OfferingRules; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const today = legalDayOf(new Date())
  const [parcel, setParcel] = useState('')
  const [number, setNumber] = useState('')
  const [conditions, setConditions] = useState('')
  const [price, setPrice] = useState('')
  const [grade, setGrade] = useState('13')
  const [opensOn, setOpensOn] = useState(later(today, rules.noticeDays))
  const [closesOn, setClosesOn] = useState(later(today, rules.noticeDays + rules.listingDays))
  // Untouched, they are what binds the parcel: nothing is typed twice.
  const [typed, setTyped] = useState<string | null>(null)
  const { offered, unsettled } = useOffered(parcel)
  const lines = typed ?? [...offered.keys()].join('\n')
  const choose = (next: string) => {
    setParcel(next)
    setTyped(null)
  }
  const act = useAct(announce, { stale, onDone })
  const { indicators, faults } = readIndicators(lines, number, offered)
  const landGrade = Number(grade)
  const ready = parcel !== '' && number.trim() !== '' && /^\d+(\.\d{1,2})?$/.test(price) && faults.length === 0
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        const days = { announcedOn: today, opensOn, closesOn }
        const fixed = { method: 'listing' as const, purpose: 'industrial' as const, landGrade }
        act.mutate({
          parcel,
          number,
          startPriceYuan: price,
          planningConditions: conditions,
          indicators,
          ...days,
          ...fixed,
        })
      }}
    >
      <h2>{say({ zh: '发布出让公告', en: 'Publish a notice' })}</h2>
      <div className="supply-fields">
        <div className="field">
          <label htmlFor={`${id}-parcel`}>{say({ zh: '地块（净地可供）', en: 'Parcel (ready for supply)' })}</label>
          <RefPicker {...{ id: `${id}-parcel`, to: 'parcels.parcel', value: parcel, onChange: choose }} />
        </div>
        <LabelledField label={{ zh: '公告编号', en: 'Number of the notice' }} value={number} onChange={setNumber} />
        <LabelledField
          label={{ zh: '规划条件文号', en: 'Planning conditions' }}
          value={conditions}
          onChange={setConditions}
        />
        <LabelledField
          {...{
            label: { zh: '土地等别（1—15）', en: 'Land grade (1–15)' },
            value: grade,
            onChange: setGrade,
            type: 'number',
          }}
          hint={{
            zh: `最低价 ${rules.pricePerSqm[landGrade - 1] ?? '—'} 元/m²（${rules.pricesSource}）`,
            en: `Floor ${rules.pricePerSqm[landGrade - 1] ?? '—'} yuan a m² (${rules.pricesSource})`,
          }}
        />
        <LabelledField
          {...{
            label: { zh: '起始价（元）', en: 'Opening price (yuan)' },
            value: price,
            onChange: setPrice,
            type: 'number',
          }}
        />
        <LabelledField
          {...{ label: { zh: '挂牌起始', en: 'Opens on' }, value: opensOn, onChange: setOpensOn, type: 'date' }}
          hint={{ zh: `公告后不少于 ${rules.noticeDays} 日`, en: `At least ${rules.noticeDays} days after the notice` }}
        />
        <LabelledField
          {...{ label: { zh: '挂牌截止', en: 'Closes on' }, value: closesOn, onChange: setClosesOn, type: 'date' }}
          hint={{
            zh: `挂牌不少于 ${rules.listingDays} 日（${rules.floorsSource}）`,
            en: `Listed for at least ${rules.listingDays} days`,
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-lines`}>{say({ zh: '控制性指标，每行一项', en: 'Indicators, one a line' })}</label>
        <Input.TextArea
          {...{ id: `${id}-lines`, value: lines, autoSize: { minRows: 3 } }}
          placeholder="固定资产投资强度 ≥ 300 万元/亩 竣工"
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="soft small">
          {say({
            zh: '写法：名称 ≥ 或 ≤ 数值 单位 竣工/达产。例：亩均税收 ≥ 15 万元/亩·年 达产',
            en: 'Name ≥ or ≤ value unit 竣工 (completion) or 达产 (full output)',
          })}
        </p>
        {typed === null && offered.size > 0 && (
          <p className="soft small">
            {say({
              zh: '已按地块的控制指标（含一事一议）填好，来源一并写入公告。',
              en: 'Filled in from what binds the parcel, exceptions included; the notice keeps the sources.',
            })}
          </p>
        )}
        {unsettled.length > 0 && (
          <p className="soft small">
            {say({
              zh: `取决于行业、这里没有填的：${unsettled.map(({ zh }) => zh).join('、')}。`,
              en: `Left out because they depend on the industry: ${unsettled.map(({ en }) => en).join(', ')}.`,
            })}
          </p>
        )}
        {faults.map((line) => (
          <p key={line} className="supply-bad" role="alert">
            {say({ zh: `这一行看不懂：${line}`, en: `This line cannot be read: ${line}` })}
          </p>
        ))}
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '发布', en: 'Publish' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
