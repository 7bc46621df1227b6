import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { annualItems } from '../../contract/items.ts'
import { AnnualValue } from '../../contract/value.ts'
import { type AnnualLine, getAnnuals } from '../../contract.ts'
import { Sayings } from './sayings.tsx'
import './annuals.css'

/** What is known of the enterprise year by year: the value that counts, and what other sources say. */
export function AnnualsTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getAnnuals, { zone: zone.code, id: enterprise }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {data.years.length === 0 && (
        <p className="card empty-state">
          {say({
            zh: '还没有年度数据。统计、税务、供电等来源的数，以及企业自己申报的数，会并列在这里。',
            en: 'No annual values yet. What statistics, tax office and the enterprise say stands here side by side.',
          })}
        </p>
      )}
      {data.years.map(({ year, lines }) => (
        <section key={year} className="annuals-year">
          <h2 className="number">{say({ zh: `${year} 年`, en: String(year) })}</h2>
          <YearTable year={year} lines={lines} />
        </section>
      ))}
      <p className="small soft">
        {say({ zh: '以哪个来源为准：', en: 'Which source counts: ' })}
        {data.rule.source} <span className={`mark mark-${data.rule.confidence}`}>{data.rule.confidence}</span>
      </p>
      {may('annuals.write') && (
        <p>
          <Link
            to="/records/$kind"
            params={{ kind: AnnualValue.path }}
            search={{ zone: zone.code, enterpriseId: enterprise }}
          >
            {say({ zh: '录入、更正年度数据', en: 'Enter or correct values' })}
          </Link>
        </p>
      )}
    </>
  )
}

function YearTable({ year, lines }: { readonly year: number; readonly lines: readonly AnnualLine[] }) {
  const say = useText()
  const { language } = usePreferences()
  return (
    <PlainTable<AnnualLine>
      caption={{ zh: `${year} 年年度数据`, en: `Annual values of ${year}` }}
      rows={lines}
      keyOf={({ item }) => item}
      columns={[
        { label: { zh: '指标', en: 'Item' }, cell: ({ item }) => say(annualItems[item].label) },
        {
          label: { zh: '采用数', en: 'Counts' },
          cell: ({ item, sayings: [first] }) => (
            <>
              <strong className="number">{first ? formatNumber(first.value, language) : '—'}</strong>{' '}
              <span className="soft">{say(annualItems[item].unit)}</span>
            </>
          ),
        },
        { label: { zh: '来源', en: 'Sources' }, cell: ({ sayings }) => <Sayings sayings={sayings} /> },
        {
          label: { zh: '相差', en: 'Apart' },
          cell: ({ spread }) =>
            spread === null ? '—' : <span className="number">{formatNumber(spread * 100, language, 1)}%</span>,
        },
      ]}
    />
  )
}
