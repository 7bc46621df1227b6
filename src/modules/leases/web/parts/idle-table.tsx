import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { useLabels } from '../../../space/contract/words.ts'
import type { Board } from './board-parts.tsx'

/** Units without a lessee, the longest idle first. */
export function IdleTable({ idle }: Pick<Board, 'idle'>) {
  const say = useText()
  const language = useLanguage()
  return (
    <PlainTable
      caption={{ zh: '空置', en: 'Idle' }}
      rows={idle}
      keyOf={({ unit }) => unit.id}
      columns={[
        { label: { zh: '单元', en: 'Unit' }, cell: ({ unit }) => unit.code },
        { label: { zh: '楼宇', en: 'Building' }, cell: ({ building }) => building },
        { label: { zh: '用途', en: 'Use' }, cell: ({ use }) => say(useLabels[use]) },
        {
          label: { zh: '面积（平方米）', en: 'Area (m²)' },
          cell: ({ unit }) => <span className="number">{formatNumber(unit.areaSqm, language)}</span>,
        },
        {
          label: { zh: '空置', en: 'Idle' },
          cell: ({ days, since, alarm }) => (
            <span className={alarm ? 'lease-late' : undefined}>
              {alarm && '▲ '}
              {days === null
                ? say({ zh: '从未出租', en: 'never let' })
                : say({ zh: `${days} 天（自 ${since}）`, en: `${days} days (since ${since})` })}
            </span>
          ),
        },
        {
          label: { zh: '对外招商', en: 'Offered' },
          cell: ({ published }) => say(published ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }),
        },
      ]}
    />
  )
}
