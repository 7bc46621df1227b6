import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LeaseLine } from '../../contract.ts'
import { LeaseMark } from './lease-mark.tsx'

/** Leases as a table; each opens. */
export function LeaseTable({ leases, caption }: { readonly leases: readonly LeaseLine[]; readonly caption: Label }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  return (
    <PlainTable
      caption={caption}
      rows={leases}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '租约', en: 'Lease' },
          cell: ({ id, number }) => (
            <Link to="/leases/$id" params={{ id }} search={{ zone: zone.code }}>
              {number}
            </Link>
          ),
        },
        { label: { zh: '承租企业', en: 'Lessee' }, cell: ({ enterprise }) => enterprise.name },
        { label: { zh: '单元', en: 'Units' }, cell: ({ units }) => units.map(({ code }) => code).join('、') },
        {
          label: { zh: '面积（平方米）', en: 'Area (m²)' },
          cell: ({ areaSqm }) => <span className="number">{formatNumber(areaSqm, language)}</span>,
        },
        {
          label: { zh: '租期', en: 'Term' },
          cell: ({ startsOn, endsOn, endedOn }) => (
            <span className="number">
              {startsOn} {say({ zh: '至', en: 'to' })} {endedOn ?? endsOn}
            </span>
          ),
        },
        {
          label: { zh: '租金', en: 'Rent' },
          cell: ({ rate }) => <span className="number">{rate ?? '—'}</span>,
        },
        { label: { zh: '状态', en: 'State' }, cell: (lease) => <LeaseMark lease={lease} /> },
        {
          label: { zh: '欠缴（元）', en: 'Arrears (CNY)' },
          cell: ({ arrears, daysLate }) =>
            daysLate === 0 ? (
              '—'
            ) : (
              <span className="number lease-late">
                {say({ zh: `${arrears}（${daysLate} 天）`, en: `${arrears} (${daysLate} days)` })}
              </span>
            ),
        },
      ]}
    />
  )
}
