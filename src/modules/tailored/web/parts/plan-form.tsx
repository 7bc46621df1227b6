import { Button } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { changePlan, openPlan, type TailoredPlan } from '../../contract.ts'
import { emptyItem, ItemFields, type TypedItem } from './item-fields.tsx'
import { tailoredDoors } from './use-plans.ts'

interface PlanFormProps {
  readonly enterprise: string
  /** The draft to change; null: a new one. */
  readonly plan: TailoredPlan | null
  readonly onClose: () => void
}

/** Drafts a plan, or changes a draft: title, span and items. */
export function PlanForm({ enterprise, plan, onClose }: PlanFormProps) {
  const say = useText()
  const id = useId()
  const [title, setTitle] = useState(plan?.title ?? '')
  const [fromOn, setFrom] = useState(plan?.fromOn ?? '')
  const [untilOn, setUntil] = useState(plan?.untilOn ?? '')
  const [items, setItems] = useState<readonly TypedItem[]>(plan?.items.map(typed) ?? [emptyItem(0)])
  const options = { stale: tailoredDoors, onDone: onClose }
  const open = useAct(openPlan, options)
  const change = useAct(changePlan, options)
  const ready =
    title.trim() !== '' &&
    fromOn !== '' &&
    untilOn !== '' &&
    items.every(({ content, departmentId, dueOn }) => content.trim() !== '' && departmentId !== '' && dueOn !== '')
  const submit = () => {
    const said = { title: title.trim(), fromOn, untilOn, items: items.map(given) }
    if (plan === null) open.mutate({ enterprise, ...said })
    else change.mutate({ id: plan.id, version: plan.version, ...said })
  }
  const heading = say(
    plan === null ? { zh: '起草一企一策', en: 'Draft a plan' } : { zh: '修改草稿', en: 'Change the draft' },
  )
  return (
    <form
      className="card words-form"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !open.isPending && !change.isPending) submit()
      }}
    >
      <h2>{heading}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{say({ zh: '名称', en: 'Title' })}</label>
        <input
          id={`${id}-title`}
          className="text-input"
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <Day id={`${id}-from`} label={say({ zh: '起始日期', en: 'From' })} value={fromOn} onChange={setFrom} />
      <Day id={`${id}-until`} label={say({ zh: '终止日期', en: 'Until' })} value={untilOn} onChange={setUntil} />
      {items.map((item, i) => (
        <ItemFields
          key={item.key}
          item={item}
          number={i + 1}
          onChange={(changed) => setItems((all) => all.map((one) => (one.key === item.key ? changed : one)))}
          {...(items.length > 1 && {
            onRemove: () => setItems((all) => all.filter(({ key }) => key !== item.key)),
          })}
        />
      ))}
      <Button onClick={() => setItems((all) => [...all, emptyItem(Math.max(...all.map(({ key }) => key)) + 1)])}>
        {say({ zh: '加一项', en: 'Add an item' })}
      </Button>
      <Refusal error={open.error ?? change.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={open.isPending || change.isPending}>
          {say({ zh: '保存草稿', en: 'Save the draft' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

function typed(item: TailoredPlan['items'][number], key: number): TypedItem {
  const { kind, content, department, person, dueOn, amountYuan } = item
  const said = { kind, content, dueOn, departmentId: department.id }
  return { key, ...said, person: person ?? '', amountYuan: amountYuan ?? '' }
}

function given({ key: _, person, amountYuan, content, ...item }: TypedItem) {
  const amount = amountYuan.trim()
  return {
    ...item,
    content: content.trim(),
    person: person.trim() === '' ? null : person.trim(),
    amountYuan: amount === '' ? null : amount,
  }
}

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Day({ id, label, value, onChange }: DayProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="text-input"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
