import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Check } from '../../contract/views.ts'
import { checkLabels } from '../../contract/words.ts'

/** What was agreed beside what was measured. */
export function MeasureTable({ check }: { readonly check: Check }) {
  const say = useText()
  const language = useLanguage()
  if (check.measures.length === 0) return null
  return (
    <PlainTable
      caption={checkLabels[check.kind]}
      rows={check.measures}
      keyOf={({ code }) => code}
      columns={[
        { label: { zh: '指标', en: 'Indicator' }, cell: ({ name }) => name },
        {
          label: { zh: '约定', en: 'Agreed' },
          cell: ({ op, agreed, unit }) => (
            <span className="number">
              {op === 'gte' ? '≥' : '≤'} {formatNumber(agreed, language)} {unit}
            </span>
          ),
        },
        {
          label: { zh: '核查值', en: 'Measured' },
          cell: ({ actual, kept }) =>
            actual === null ? (
              <em>{say({ zh: '未核查', en: 'not measured' })}</em>
            ) : (
              <span className={`number ${kept === true ? 'check-passed' : 'check-breached'}`}>
                {kept === true ? '✓' : '▲'} {formatNumber(actual, language)}
              </span>
            ),
        },
        {
          label: { zh: '来源', en: 'Source' },
          cell: ({ source, measuredOn }) => (source === null ? '—' : `${source}（${measuredOn}）`),
        },
        { label: { zh: '指标依据', en: 'Threshold' }, cell: ({ threshold }) => threshold },
      ]}
    />
  )
}
