import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage } from '../../../../web/text.tsx'
import type { Board } from './board-parts.tsx'

/** Buildings with what is let of them, by leases alone. */
export function BuildingTable({ buildings }: Pick<Board, 'buildings'>) {
  const language = useLanguage()
  const number = (value: number) => <span className="number">{formatNumber(value, language, 1)}</span>
  return (
    <PlainTable
      caption={{ zh: '楼宇', en: 'Buildings' }}
      rows={buildings}
      keyOf={({ id }) => id}
      columns={[
        { label: { zh: '楼宇', en: 'Building' }, cell: ({ name }) => name },
        { label: { zh: '单元', en: 'Units' }, cell: ({ units }) => number(units) },
        { label: { zh: '在租', en: 'Let' }, cell: (building) => number(building.let) },
        { label: { zh: '将到期', en: 'Expiring' }, cell: ({ expiring }) => number(expiring) },
        { label: { zh: '可租面积（平方米）', en: 'Area (m²)' }, cell: ({ totalSqm }) => number(totalSqm) },
        { label: { zh: '在租面积（平方米）', en: 'Let (m²)' }, cell: ({ letSqm }) => number(letSqm) },
        {
          label: { zh: '出租率', en: 'Occupancy' },
          cell: ({ letSqm, totalSqm }) => (
            <span className="number">{formatNumber((letSqm / totalSqm) * 100, language, 1)}%</span>
          ),
        },
      ]}
    />
  )
}
