import { useQuery } from '@tanstack/react-query'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { ComparedState } from '../../../../kernel/record-compare.ts'
import { queryOf } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { Opening } from '../../opening.tsx'
import { PlainTable } from '../../plain-table.tsx'
import { useMember } from '../../session/use-work.ts'
import { doorsOf } from '../doors.ts'
import { useValueText } from '../field-value.tsx'
import { readableMoment } from '../moments.ts'

interface CompareStatesProps {
  readonly kind: KindView
  readonly id: string
  /** Ids of two events of the history, the earlier first. */
  readonly from: string
  readonly to: string
}

/** A record as it was after two events, side by side, with the fields in which they differ. */
export function CompareStates({ kind, id, from, to }: CompareStatesProps) {
  const say = useText()
  const text = useValueText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(doorsOf(kind).compare, { zone: zone.code, id, from, to }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const differing = kind.fields.filter(
    ({ name }) => JSON.stringify(data.from.values[name] ?? null) !== JSON.stringify(data.to.values[name] ?? null),
  )
  if (differing.length === 0) {
    return <p role="status">{say({ zh: '这两个版本的内容相同。', en: 'Both versions say the same.' })}</p>
  }
  const cell = (state: ComparedState) => (field: FieldView) => {
    const value = state.values[field.name]
    return text(field, value, typeof value === 'string' ? data.names[value] : undefined)
  }
  const head = (state: ComparedState) => {
    const said = `${readableMoment(state.at)} ${state.actor}`
    return { zh: said, en: said }
  }
  return (
    <PlainTable
      caption={{ zh: '两个版本的不同', en: 'How two versions differ' }}
      columns={[
        { label: { zh: '项', en: 'Field' }, cell: (field: FieldView) => say(field.label) },
        { label: head(data.from), cell: cell(data.from) },
        { label: sameHead(head(data.from), head(data.to)), cell: cell(data.to) },
      ]}
      rows={differing}
      keyOf={({ name }) => name}
    />
  )
}

/** Two versions of one minute by one person are told apart. */
function sameHead(earlier: { zh: string; en: string }, later: { zh: string; en: string }) {
  return earlier.en === later.en ? { zh: `${later.zh}（后）`, en: `${later.en} (later)` } : later
}
