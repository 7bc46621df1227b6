import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { rateLabels, rateParts, rates } from '../../contract/rate.ts'
import { listRates, type RateView } from '../../contract.ts'
import { CohortTable } from './cohort-table.tsx'
import './rates.css'

const title = { zh: '转化率', en: 'Rates' }

/** Five rates, each with its parts and its rule; one opens to its projects. */
export function RatesPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { search } = useAddress()
  const { data, error, refetch } = useQuery({ ...queryOf(listRates, { zone: zone.code }), staleTime: 0 })
  const chosen = rates.find((rate) => rate === search.rate)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <div className="rate-cards">
        {data.rates.map((view) => (
          <RateCard key={view.rate} view={view} chosen={view.rate === chosen} />
        ))}
      </div>
      {chosen !== undefined && <CohortTable rate={chosen} />}
    </div>
  )
}

function RateCard({ view, chosen }: { readonly view: RateView; readonly chosen: boolean }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const { rate, value, numerator, denominator, pending, unknown, rule } = view
  const scale = rate === 'output' || rate === 'funding' ? 10_000 : 1
  const unit = scale === 1 ? { zh: '项', en: 'projects' } : { zh: '万元', en: 'CNY 10,000' }
  const told = (amount: number) => formatNumber(amount / scale, language, 0)
  return (
    <article className={chosen ? 'card rate-card rate-chosen' : 'card rate-card'}>
      <h2>
        <Link to="/rates" search={{ zone: zone.code, rate }}>
          {say(rateLabels[rate])}
        </Link>
      </h2>
      <p className="rate-value number">
        {value === null ? say({ zh: '算不出', en: 'not known' }) : `${formatNumber(value * 100, language)}%`}
      </p>
      <p>
        <span className="number">
          {told(numerator)} ÷ {told(denominator)}
        </span>{' '}
        {say(unit)}
      </p>
      <p className="soft small">{say(rateParts[rate])}</p>
      <p className="soft small">
        {say({ zh: `${rule.baseOn} 起`, en: `since ${rule.baseOn}` })}
        {rule.windowMonths !== null &&
          say({ zh: `，${rule.windowMonths} 个月内`, en: `, within ${rule.windowMonths} months` })}
        {rule.leaveOutWithdrawn && say({ zh: '，剔除已退出', en: ', without withdrawn ones' })}
        {pending > 0 && say({ zh: `；${pending} 项还在时限内`, en: `; ${pending} still within the window` })}
        {unknown > 0 && say({ zh: `；${unknown} 项没有数据，不计`, en: `; ${unknown} not known, left out` })}
      </p>
      <p className="soft small">{say({ zh: `依据：${rule.source}`, en: `Rule: ${rule.source}` })}</p>
    </article>
  )
}
