import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Choice } from '../../../../web/kit/choice.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import type { Check } from '../../contract/views.ts'
import { recordCheck } from '../../contract.ts'
import { stale } from './use-promises.ts'

/** Whether it was reached and since when, and the value of every indicator with its source. */
export function RecordForm({ check, onDone }: { readonly check: Check; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const today = legalDayOf(new Date())
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [reachedOn, setReachedOn] = useState(today)
  const [note, setNote] = useState('')
  const [source, setSource] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const act = useAct(recordCheck, { stale, onDone })
  const given = check.measures.flatMap(({ code }) => {
    const text = (values[code] ?? '').trim()
    return text === '' ? [] : [{ code, actual: Number(text), source: source.trim(), measuredOn: today }]
  })
  const bad = given.some(({ actual }) => Number.isNaN(actual)) || (given.length > 0 && source.trim() === '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (bad || act.isPending) return
        act.mutate({
          ...{ id: check.id, version: check.version, checkedOn: today, reached: reached === 'yes', values: given },
          ...{ reachedOn: reached === 'yes' ? reachedOn : null, note: note.trim() || null },
        })
      }}
    >
      <Choice
        label={say({ zh: '是否达到', en: 'Reached' })}
        value={reached}
        options={[
          { value: 'yes', label: say({ zh: '已达到', en: 'Reached' }) },
          { value: 'no', label: say({ zh: '没有达到', en: 'Not reached' }) },
        ]}
        onChange={setReached}
      />
      {reached === 'yes' && (
        <div className="field">
          <label htmlFor={`${id}-day`}>{say({ zh: '达到日期', en: 'Reached on' })}</label>
          <input
            id={`${id}-day`}
            type="date"
            className="text-input"
            value={reachedOn}
            onChange={(event) => setReachedOn(event.target.value)}
          />
        </div>
      )}
      {check.measures.map(({ code, name, op, agreed, unit }) => (
        <div className="field" key={code}>
          <label htmlFor={`${id}-${code}`}>
            {name}（{say({ zh: '约定', en: 'agreed' })} {op === 'gte' ? '≥' : '≤'} {agreed} {unit}）
          </label>
          <Input
            {...{ id: `${id}-${code}`, inputMode: 'decimal', value: values[code] ?? '' }}
            onChange={(event) => setValues({ ...values, [code]: event.target.value })}
          />
        </div>
      ))}
      {check.measures.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}-source`}>
            {say({ zh: '数据来源（审计、税务、统计）', en: 'Source (audit, tax, statistics)' })}
          </label>
          <Input
            {...{ id: `${id}-source`, maxLength: 200, value: source }}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-note`}>{say({ zh: '说明', en: 'Note' })}</label>
        <Input
          {...{ id: `${id}-note`, maxLength: 1000, value: note }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {bad && given.length > 0 && (
        <p role="alert" className="check-breached">
          {say({ zh: '数值要是数字，并写明数据来源。', en: 'Values are numbers, and have a source.' })}
        </p>
      )}
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={bad} loading={act.isPending}>
          {say({ zh: '记录核查', en: 'Record' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
