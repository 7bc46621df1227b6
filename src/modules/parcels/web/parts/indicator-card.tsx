import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import { directionLabels, indicatorLabels, phaseLabels } from '../../contract/indicator.ts'
import { useIndicators } from './use-parcels.ts'

const title = { zh: '约束指标', en: 'Indicators that bind' }

export function IndicatorCard({ id }: { readonly id: string }) {
  const say = useText()
  const { data, error, refetch } = useIndicators(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card">
      <h2>{say(title)}</h2>
      <p className="soft">
        {data.industry === null
          ? say({
              zh: '行业未定：按行业区分的指标待项目落地后确定。',
              en: 'The industry is open: what depends on it is settled with the project.',
            })
          : say({ zh: `按行业 ${data.industry}`, en: `For industry ${data.industry}` })}
      </p>
      {data.indicators.length === 0 ? (
        <p>
          {say({
            zh: '本区还没有控制指标。登记后在这里显示。',
            en: 'The zone has no indicators yet; once entered they stand here.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={title}
          rows={data.indicators}
          keyOf={({ code }) => code}
          columns={[
            { label: { zh: '指标', en: 'Indicator' }, cell: ({ code }) => say(indicatorLabels[code]) },
            {
              label: { zh: '要求', en: 'Threshold' },
              cell: ({ state, direction, threshold, unit }) =>
                state === 'unknown'
                  ? say({ zh: '取决于行业，未知', en: 'depends on the industry: unknown' })
                  : `${direction === null ? '' : say(directionLabels[direction])} ${threshold} ${unit ?? ''}`,
            },
            {
              label: { zh: '核验', en: 'Checked' },
              cell: ({ phase }) => (phase === null ? '' : say(phaseLabels[phase])),
            },
            { label: { zh: '数据来源', en: 'Data owner' }, cell: ({ owner }) => owner ?? '' },
            {
              label: { zh: '依据', en: 'Source' },
              cell: ({ source, reason }) => (reason === null ? source : `${source}：${reason}`),
            },
          ]}
        />
      )}
    </section>
  )
}
