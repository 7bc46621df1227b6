import type { Label } from '../../../../kernel/label.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import type { SiteCard } from '../../contract/card.ts'
import { thresholdLabels } from '../../contract/threshold.ts'
import { judge, type MeasureName, measure } from '../../domain/footprint.ts'
import { numberOf, type StudyDraft } from './layout-draft.ts'

const outcomes = {
  met: { zh: '✓ 达到', en: '✓ met' },
  missed: { zh: '✗ 没达到', en: '✗ missed' },
  unknown: { zh: '? 还没填', en: '? not said' },
} as const

interface Props {
  readonly card: SiteCard
  readonly draft: StudyDraft
  readonly faults: readonly Label[]
}

/** What the layout comes to beside what binds here, as it is moved. */
export function LayoutFigures({ card, draft, faults }: Props) {
  const say = useText()
  const { measures, groundSqm, floorSqm, countedSqm, officeFloorShare } = measure(draft.blocks, card.areaSqm, {
    ...{ greenSqm: numberOf(draft.greenSqm), investmentWan: numberOf(draft.investmentWan) },
    taxWan: numberOf(draft.taxWan),
  })
  const judged = judge(measures, card.thresholds)
  const names = Object.keys(thresholdLabels) as MeasureName[]
  return (
    <section aria-label={say({ zh: '指标', en: 'Figures' })}>
      <PlainTable
        caption={{ zh: '布局指标', en: 'Figures of the layout' }}
        rows={names}
        keyOf={(name) => name}
        columns={[
          { label: { zh: '指标', en: 'Figure' }, cell: (name) => say(thresholdLabels[name]) },
          {
            label: { zh: '本方案', en: 'This layout' },
            cell: (name) => {
              const value = measures[name]
              return value === null ? '—' : `${value} ${say(thresholdLabels[name].unit)}`
            },
          },
          {
            label: { zh: '要求', en: 'Required' },
            cell: (name) => {
              const one = judged.find(({ threshold }) => threshold.code === name)
              if (!one) return <span className="soft">{say({ zh: '没有查到', en: 'none on file' })}</span>
              const { op, value, source } = one.threshold
              return (
                <span className={`sites-${one.outcome}`} title={source}>
                  {op === 'gte' ? '≥' : '≤'} {value} <strong>{say(outcomes[one.outcome])}</strong>
                </span>
              )
            },
          },
        ]}
      />
      <p className="small soft" role="status">
        {say({
          zh: `基底 ${groundSqm} m²，建筑面积 ${floorSqm} m²，计容 ${countedSqm} m²（层高超过 8 米的按两层计）${officeFloorShare === null ? '' : `，办公生活占建筑面积 ${officeFloorShare}%`}。`,
          en: `Ground ${groundSqm} m², floors ${floorSqm} m², counted ${countedSqm} m² (a storey above 8 m counts double)${officeFloorShare === null ? '' : `; office and living ${officeFloorShare}% of the floors`}.`,
        })}
      </p>
      {faults.length > 0 && (
        <ul className="notice notice-warning sites-faults" role="status">
          {faults.map((fault) => (
            <li key={fault.en}>{say(fault)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
