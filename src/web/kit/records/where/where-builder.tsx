import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import { Popover } from '../../popover.tsx'
import { filterFields } from '../address.ts'
import { WhereGroup } from './where-group.tsx'
import { countOf, draftOf, whereTextOf } from './where-terms.ts'
import './where.css'

interface WhereBuilderProps {
  readonly kind: KindView
  /** The conditions in the address. */
  readonly where: string | undefined
  readonly onChange: (where: string | undefined) => void
}

/** Conditions put together with "and" and "or". */
export function WhereBuilder({ kind, where, onChange }: WhereBuilderProps) {
  const say = useText()
  const count = countOf(kind, where)
  if (filterFields(kind).length === 0) return null
  const label =
    count === 0 ? { zh: '组合条件', en: 'Conditions' } : { zh: `组合条件 ${count} 条`, en: `Conditions: ${count}` }
  return (
    <Popover label={say(label)} active={count > 0}>
      {(close) => (
        <Panel
          key={where}
          kind={kind}
          where={where}
          onChange={(next) => {
            onChange(next)
            close()
          }}
        />
      )}
    </Popover>
  )
}

function Panel({ kind, where, onChange }: WhereBuilderProps) {
  const say = useText()
  const [draft, setDraft] = useState(() => draftOf(where))
  return (
    <form
      className="where"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(whereTextOf(draft))
      }}
    >
      <WhereGroup fields={filterFields(kind)} group={draft} onChange={setDraft} outer />
      <div className="form-actions">
        <Button type="primary" htmlType="submit">
          {say({ zh: '按条件筛选', en: 'Filter' })}
        </Button>
        {where !== undefined && (
          <Button onClick={() => onChange(undefined)}>{say({ zh: '清除组合条件', en: 'Clear these' })}</Button>
        )}
      </div>
    </form>
  )
}
