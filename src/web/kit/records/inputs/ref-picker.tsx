import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { queryOf } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { useMember } from '../../session/use-work.ts'
import { doorsOf, type Row } from '../doors.ts'
import { useKindNamed } from '../use-kinds.ts'
import { useTitleOf } from '../use-title-of.ts'
import { useSlow } from './use-slow.ts'

interface RefPickerProps {
  readonly id: string
  /** Name of the kind that is picked from. */
  readonly to: string | null
  /** Id of the record, or nothing. */
  readonly value: string
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
  readonly onChange: (id: string) => void
}

/** One record of another kind: type a part of its name, choose. */
export function RefPicker(props: RefPickerProps) {
  const say = useText()
  const kind = useKindNamed(props.to)
  if (kind !== undefined) return <Picker {...props} kind={kind} />
  const { id, value, describedBy, onChange } = props
  return (
    <Input
      id={id}
      value={value}
      aria-describedby={describedBy}
      placeholder={say({
        zh: '您的角色不能按名称查找，请填记录编号',
        en: 'Your role may not search: give the record id',
      })}
      onChange={(event) => onChange(event.target.value.trim())}
    />
  )
}

const offered = 12

function Picker({
  id,
  kind,
  value,
  describedBy,
  invalid = false,
  onChange,
}: RefPickerProps & { readonly kind: KindView }) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  const { zone } = useMember()
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const q = useSlow(typed ?? '')
  const doors = doorsOf(kind)
  const chosen = useQuery({ ...queryOf(doors.read, { zone: zone.code, id: value }), enabled: value !== '' })
  const words = kind.searchable && q.trim() !== '' ? { q: q.trim() } : {}
  const found = useQuery({
    ...queryOf(doors.list, { zone: zone.code, limit: offered, ...words }),
    enabled: typed !== null,
  })
  const rows = typed === null ? [] : (found.data?.rows ?? [])
  const name = value === '' ? '' : chosen.data ? titleOf(chosen.data) : ''
  const pick = (row: Row | undefined) => {
    onChange(row?.id ?? '')
    setTyped(null)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && typed !== null && rows[at]) pick(rows[at])
    else if (event.key === 'Escape' && typed !== null) setTyped(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="ref-picker" data-takes-escape={typed !== null || undefined}>
      <div className="field-beside">
        <Input
          id={id}
          role="combobox"
          aria-expanded={typed !== null}
          aria-controls={`${id}-list`}
          aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          autoComplete="off"
          value={typed ?? name}
          placeholder={say({ zh: '输入名称查找', en: 'Type a name to find' })}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onClick={() => setTyped(typed ?? '')}
          onBlur={() => setTyped(null)}
          onKeyDown={onKey}
        />
        {value !== '' && <Button onClick={() => pick(undefined)}>{say({ zh: '清除', en: 'Clear' })}</Button>}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={say(kind.labels.many)}
        className={typed === null ? 'visually-hidden' : 'ref-list'}
      >
        {rows.map((row, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
          <div
            key={row.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className="menu-row"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(row)}
          >
            {titleOf(row)}
          </div>
        ))}
        {typed !== null && found.data && rows.length === 0 && (
          <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className="menu-row soft">
            {say({ zh: '没有找到。', en: 'Nothing found.' })}
          </div>
        )}
      </div>
    </div>
  )
}
