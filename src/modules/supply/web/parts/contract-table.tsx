import { Link } from '@tanstack/react-router'
import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { landKindLabels } from '../../../parcels/contract/parcel.ts'
import type { ContractLine } from '../../contract/contracts.ts'
import { Mu } from './mu.tsx'
import './supply.css'

export function ContractTable({ contracts }: { readonly contracts: readonly ContractLine[] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const yuan = (amount: string) => <span className="number">{formatYuan(amount, language)}</span>
  return (
    <PlainTable
      caption={{ zh: '出让合同', en: 'Land contracts' }}
      rows={contracts}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '合同', en: 'Contract' },
          cell: ({ id, number }) => (
            <Link to="/land-contracts/$id" params={{ id }} search={{ zone: zone.code }}>
              {number}
            </Link>
          ),
        },
        { label: { zh: '地块', en: 'Parcel' }, cell: ({ parcel }) => parcel.name },
        { label: { zh: '使用权人', en: 'Holder' }, cell: ({ enterprise }) => enterprise.name },
        { label: { zh: '供地类型', en: 'Kind' }, cell: ({ landKind }) => say(landKindLabels[landKind]) },
        { label: { zh: '面积', en: 'Area' }, cell: ({ areaSqm }) => <Mu sqm={areaSqm} /> },
        { label: { zh: '价款', en: 'Price' }, cell: ({ priceYuan }) => yuan(priceYuan) },
        { label: { zh: '已缴', en: 'Paid' }, cell: ({ paidYuan }) => yuan(paidYuan) },
        {
          label: { zh: '逾期未缴', en: 'Overdue' },
          cell: ({ overdueYuan }) =>
            overdueYuan === '0.00' ? '—' : <span className="supply-bad">▲ {yuan(overdueYuan)}</span>,
        },
        { label: { zh: '签订', en: 'Signed' }, cell: ({ signedOn }) => <span className="number">{signedOn}</span> },
        {
          label: { zh: '交地', en: 'Handed over' },
          cell: ({ handedOverOn, dates }) => (
            <span className="number">
              {handedOverOn ?? say({ zh: `应于 ${dates.handoverDue}`, en: `due ${dates.handoverDue}` })}
            </span>
          ),
        },
      ]}
    />
  )
}
