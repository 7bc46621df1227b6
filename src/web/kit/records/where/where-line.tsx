import { Button } from 'antd'
import { useId } from 'react'
import type { FieldView } from '../../../../kernel/kind-view.ts'
import type { WhereLeaf } from '../../../../kernel/record-where.ts'
import { useText } from '../../../text.tsx'
import { leafOf, opLabels, type ShownOp, shownOpOf, shownOpsOf } from './where-terms.ts'
import { WhereValue } from './where-value.tsx'

interface WhereLineProps {
  readonly fields: readonly FieldView[]
  readonly leaf: WhereLeaf
  readonly onChange: (leaf: WhereLeaf) => void
  readonly onRemove: () => void
}

/** One condition: field, way, value. */
export function WhereLine({ fields, leaf, onChange, onRemove }: WhereLineProps) {
  const say = useText()
  const id = useId()
  const [name, , value] = leaf
  const field = fields.find((one) => one.name === name)
  const shown = shownOpOf(leaf)
  const pickField = (next: string) => {
    const chosen = fields.find((one) => one.name === next)
    const op = chosen && shownOpsOf(chosen)[0]
    if (chosen && op) onChange(leafOf(chosen.name, op))
  }
  return (
    <div className="where-line">
      <select
        className="select"
        aria-label={say({ zh: '字段', en: 'Field' })}
        value={name}
        onChange={(event) => pickField(event.target.value)}
      >
        {fields.map((one) => (
          <option key={one.name} value={one.name}>
            {say(one.label)}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={say({ zh: '条件', en: 'Condition' })}
        value={shown}
        onChange={(event) => onChange(leafOf(name, event.target.value as ShownOp, kept(shown, value)))}
      >
        {(field ? shownOpsOf(field) : []).map((op) => (
          <option key={op} value={op}>
            {say(opLabels[op])}
          </option>
        ))}
      </select>
      {field && (
        <WhereValue id={id} field={field} leaf={leaf} onChange={(next) => onChange(leafOf(name, shown, next))} />
      )}
      <Button aria-label={say({ zh: '去掉此条件', en: 'Remove this condition' })} onClick={onRemove}>
        ×
      </Button>
    </div>
  )
}

/** `true` and `false` of "filled in" are no value for another way. */
function kept(shown: ShownOp, value: string): string {
  return shown === 'empty' || shown === 'filled' ? '' : value
}
