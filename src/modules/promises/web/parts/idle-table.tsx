import { Link } from '@tanstack/react-router'
import { muFromSqm } from '../../../../kernel/area.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { idleActLabels } from '../../contract/words.ts'
import { IdleMark } from './idle-mark.tsx'

/** Land that is idle or near to it, with the days to come and the last letter. */
export function IdleTable({ promises }: { readonly promises: readonly Promised[] }) {
  const say = useText()
  const { zone } = useMember()
  if (promises.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '没有闲置和临近闲置的土地。满一年未动工前 90 日会在这里提醒。',
          en: 'No land is idle or near to it. It shows here 90 days before a year has passed.',
        })}
      </p>
    )
  }
  return (
    <PlainTable
      caption={{ zh: '闲置与预警', en: 'Idle land and warnings' }}
      rows={promises}
      keyOf={({ contract }) => contract.id}
      columns={[
        {
          label: { zh: '地块', en: 'Parcel' },
          cell: ({ contract, parcel }) => (
            <Link to="/land-contracts/$id" params={{ id: contract.id }} search={{ zone: zone.code }}>
              {parcel.name}
            </Link>
          ),
        },
        { label: { zh: '使用权人', en: 'Holder' }, cell: ({ enterprise }) => enterprise.name },
        {
          label: { zh: '面积（亩）', en: 'Area (mu)' },
          cell: ({ areaSqm }) => <span className="number">{muFromSqm(areaSqm)}</span>,
        },
        { label: { zh: '状态', en: 'State' }, cell: ({ idle }) => <IdleMark idle={idle} /> },
        {
          label: { zh: '满一年', en: 'A year' },
          cell: ({ idle }) => <span className="number">{idle.feeOn ?? '—'}</span>,
        },
        {
          label: { zh: '满两年', en: 'Two years' },
          cell: ({ idle }) => <span className="number">{idle.takeBackOn ?? '—'}</span>,
        },
        {
          label: { zh: '不计天数', en: 'Excused' },
          cell: ({ idle }) => <span className="number">{idle.excusedDays}</span>,
        },
        {
          label: { zh: '最近文书', en: 'Last letter' },
          cell: ({ idle }) => {
            const last = idle.acts.at(-1)
            return last === undefined ? '—' : `${say(idleActLabels[last.act])}（${last.on}）`
          },
        },
      ]}
    />
  )
}
