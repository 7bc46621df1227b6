import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { getFunnel } from '../../contract/leads.ts'
import { leadStageLabels } from '../../contract/words.ts'
import { PromotionNav } from './promotion-nav.tsx'

const title = { zh: '招商漏斗', en: 'Funnel' }

/** From lead to hand-over: how many came so far, of which money; every count opens its rows. */
export function FunnelPage() {
  const say = useText()
  const language = useLanguage()
  useTitle(title)
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const year = /^20\d\d$/.test(search.year ?? '') ? Number(search.year) : undefined
  const found = useQuery({
    ...queryOf(getFunnel, { zone: zone.code, ...(year !== undefined && { year }) }),
    staleTime: 0,
  })
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  const { steps, closed, merged, years } = found.data
  const most = Math.max(1, ...steps.map(({ reached }) => reached))
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <label>
        {say({ zh: '获得年份', en: 'Found in' })}{' '}
        <select
          value={year ?? ''}
          onChange={(event) => replace({ year: event.target.value === '' ? undefined : event.target.value })}
        >
          <option value="">{say({ zh: '全部', en: 'All years' })}</option>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <ol className="funnel">
        {steps.map(({ stage, reached, here, investmentYuan }, i) => {
          const before = steps[i - 1]?.reached
          return (
            <li key={stage}>
              <div className="funnel-bar" style={{ inlineSize: `${(reached / most) * 100}%` }} aria-hidden="true" />
              <p>
                <strong>{say(leadStageLabels[stage])}</strong>{' '}
                <span className="number">
                  {say({ zh: `到过这一步 ${reached} 条`, en: `${reached} came so far` })}
                  {before !== undefined && before > 0 && ` · ${Math.round((reached / before) * 100)}%`}
                </span>{' '}
                <span className="soft number">{formatYuan(investmentYuan, language)}</span>{' '}
                <Link to="/records/$kind" params={{ kind: 'leads' }} search={{ zone: zone.code, stage }}>
                  {say({ zh: `现在在这一步 ${here} 条`, en: `${here} are here now` })}
                </Link>
              </p>
            </li>
          )
        })}
      </ol>
      <p className="soft">
        <Link to="/records/$kind" params={{ kind: 'leads' }} search={{ zone: zone.code, stage: 'closed' }}>
          {say({ zh: `已关闭 ${closed} 条`, en: `${closed} closed` })}
        </Link>
        {' · '}
        <Link to="/records/$kind" params={{ kind: 'leads' }} search={{ zone: zone.code, stage: 'merged' }}>
          {say({ zh: `已合并 ${merged} 条（不重复计数）`, en: `${merged} merged (not counted twice)` })}
        </Link>
      </p>
      <p className="soft small">
        {say({
          zh: '关闭的线索按走到的最后一步计；占比是对上一步的比例；金额是意向投资。',
          en: 'Closed leads count as far as they came; the share is of the step before; the money is what was intended.',
        })}
      </p>
    </div>
  )
}
