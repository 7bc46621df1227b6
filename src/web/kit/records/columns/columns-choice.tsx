import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import { Popover } from '../../popover.tsx'
import { chosenColumns, columnsText, movedColumn } from './chosen-columns.ts'
import './columns.css'

interface ColumnsChoiceProps {
  readonly kind: KindView
  readonly columns: string | undefined
  readonly onChange: (columns: string | undefined) => void
}

/** Which columns the list has, and in which order. */
export function ColumnsChoice({ kind, columns, onChange }: ColumnsChoiceProps) {
  const say = useText()
  const chosen = chosenColumns(kind, columns)
  const rest = kind.fields.map(({ name }) => name).filter((name) => !chosen.includes(name))
  const set = (next: readonly string[]) => onChange(columnsText(kind, next))
  const labelOf = (name: string) =>
    say(kind.fields.find((field) => field.name === name)?.label ?? { zh: name, en: name })
  const step = (name: string, by: -1 | 1, disabled: boolean) => (
    <Button
      size="small"
      disabled={disabled}
      aria-label={say({
        zh: `${labelOf(name)}：${by < 0 ? '上移' : '下移'}`,
        en: `${labelOf(name)}: move ${by < 0 ? 'up' : 'down'}`,
      })}
      onClick={() => set(movedColumn(chosen, name, by))}
    >
      {by < 0 ? '↑' : '↓'}
    </Button>
  )
  return (
    <Popover label={say({ zh: '列', en: 'Columns' })} active={columns !== undefined}>
      {() => (
        <fieldset className="columns-choice">
          <legend className="visually-hidden">{say({ zh: '显示哪些列', en: 'Columns shown' })}</legend>
          {[...chosen, ...rest].map((name) => {
            const at = chosen.indexOf(name)
            return (
              <div key={name} className="columns-line">
                <label>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={name === kind.title}
                    onChange={() => set(at >= 0 ? chosen.filter((one) => one !== name) : [...chosen, name])}
                  />{' '}
                  {labelOf(name)}
                </label>
                {at > 0 && step(name, -1, at === 1)}
                {at > 0 && step(name, 1, at === chosen.length - 1)}
              </div>
            )
          })}
          {columns !== undefined && (
            <Button onClick={() => onChange(undefined)}>{say({ zh: '恢复默认列', en: 'Usual columns' })}</Button>
          )}
        </fieldset>
      )}
    </Popover>
  )
}
