import { Button } from 'antd'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { usePhone } from '../use-phone.ts'
import { ColumnsChoice } from './columns/columns-choice.tsx'
import { GroupSelect } from './groups/group-select.tsx'
import { formOf, formsOf } from './shown-forms.ts'
import { useAddress } from './use-address.ts'
import { WhereBuilder } from './where/where-builder.tsx'

interface ListToolsProps {
  readonly kind: KindView
  readonly choosing: boolean
  readonly onChoosing: (is: boolean) => void
}

/** How the list of a kind looks: conditions, form, groups, columns; and the way to bulk acts. */
export function ListTools({ kind, choosing, onChoosing }: ListToolsProps) {
  const say = useText()
  const { search, replace } = useAddress()
  const form = formOf(kind, search.shown)
  const table = form === 'table'
  const phone = usePhone()
  const tools = (
    <div className="list-tools no-print">
      <WhereBuilder kind={kind} where={search.where} onChange={(where) => replace({ where })} />
      <select
        className="select bar-select"
        aria-label={say({ zh: '显示方式', en: 'Shown as' })}
        value={form}
        onChange={(event) => replace({ shown: event.target.value === 'table' ? undefined : event.target.value })}
      >
        {formsOf(kind).map((one) => (
          <option key={one.form} value={one.form}>
            {say(one.label)}
          </option>
        ))}
      </select>
      {table && <GroupSelect kind={kind} by={search.by} onChange={(by) => replace({ by })} />}
      {(table || form === 'print') && (
        <ColumnsChoice kind={kind} columns={search.columns} onChange={(columns) => replace({ columns })} />
      )}
      {table && (kind.may.write || kind.may.archive) && (
        <Button aria-pressed={choosing} onClick={() => onChoosing(!choosing)}>
          {say({ zh: '批量操作', en: 'Bulk acts' })}
        </Button>
      )}
    </div>
  )
  if (!phone) return tools
  return (
    <details className="no-print" open={choosing || search.where !== undefined}>
      <summary className="list-tools-more">{say({ zh: '显示方式与更多', en: 'How it looks, and more' })}</summary>
      {tools}
    </details>
  )
}
