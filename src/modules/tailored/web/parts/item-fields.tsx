import { Button } from 'antd'
import { useId } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { useText } from '../../../../web/text.tsx'
import { type ItemKind, itemKinds } from '../../contract.ts'

export interface TypedItem {
  readonly key: number
  readonly kind: ItemKind
  readonly content: string
  readonly departmentId: string
  readonly person: string
  readonly dueOn: string
  readonly amountYuan: string
}

export function emptyItem(key: number): TypedItem {
  return { key, kind: 'service', content: '', departmentId: '', person: '', dueOn: '', amountYuan: '' }
}

interface ItemFieldsProps {
  readonly item: TypedItem
  readonly number: number
  readonly onChange: (item: TypedItem) => void
  readonly onRemove?: () => void
}

/** One item of a draft. */
export function ItemFields({ item, number, onChange, onRemove }: ItemFieldsProps) {
  const say = useText()
  const id = useId()
  const set = (change: Partial<TypedItem>) => onChange({ ...item, ...change })
  return (
    <fieldset className="tailored-item">
      <legend>{say({ zh: `事项 ${number}`, en: `Item ${number}` })}</legend>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{say({ zh: '类别', en: 'Kind' })}</label>
        <select id={`${id}-kind`} value={item.kind} onChange={({ target }) => set({ kind: target.value as ItemKind })}>
          {Object.entries(itemKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {say(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-content`}>{say({ zh: '做什么', en: 'What' })}</label>
        <input
          id={`${id}-content`}
          className="text-input"
          maxLength={1000}
          value={item.content}
          onChange={({ target }) => set({ content: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-department`}>{say({ zh: '责任部门', en: 'Department' })}</label>
        <RefPicker
          id={`${id}-department`}
          to="organisation.department"
          value={item.departmentId}
          describedBy={undefined}
          invalid={false}
          onChange={(departmentId) => set({ departmentId: String(departmentId) })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-due`}>{say({ zh: '完成日期', en: 'Due on' })}</label>
        <input
          id={`${id}-due`}
          type="date"
          className="text-input"
          value={item.dueOn}
          onChange={({ target }) => set({ dueOn: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-amount`}>{say({ zh: '金额（元，选填）', en: 'Amount (CNY, optional)' })}</label>
        <input
          id={`${id}-amount`}
          className="text-input"
          inputMode="decimal"
          value={item.amountYuan}
          onChange={({ target }) => set({ amountYuan: target.value })}
        />
      </div>
      {onRemove && <Button onClick={onRemove}>{say({ zh: '删去这一项', en: 'Remove this item' })}</Button>}
    </fieldset>
  )
}
