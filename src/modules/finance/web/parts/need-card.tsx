import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { acceptProduct, type Condition, type Match, matchNeed } from '../../contract.ts'
import { OfferLine } from './offer-line.tsx'

const fits = {
  fits: { zh: '符合', en: 'Fits' },
  maybe: { zh: '可能符合', en: 'May fit' },
  misses: { zh: '不符合', en: 'Does not fit' },
} as const

/** One need: what was chosen for it, and every product with the outcome of its conditions. */
export function NeedCard({ need, title }: { readonly need: string; readonly title: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(matchNeed, { zone: zone.code, id: need }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card">
      <h3>{title}</h3>
      <ul className="plain-list">
        {data.offers.map((offer) => (
          <li key={offer.id}>
            <OfferLine offer={offer} />
          </li>
        ))}
      </ul>
      {data.matches.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有录入金融产品；银行、基金的产品录入后，会按条件列在这里。',
            en: 'No finance products yet. Those of banks and funds will stand here by their conditions.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {data.matches.map((match) => (
          <li key={match.product.id}>
            <MatchLine need={need} match={match} mayAccept={data.mayAccept} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const signs: Readonly<Record<Condition['outcome'], { readonly zh: string; readonly en: string }>> = {
  met: { zh: '✓ 符合', en: '✓ met' },
  missed: { zh: '✗ 不符合', en: '✗ missed' },
  unknown: { zh: '? 未知', en: '? not known' },
}

interface MatchLineProps {
  readonly need: string
  readonly match: Match
  readonly mayAccept: boolean
}

function MatchLine({ need, match, mayAccept }: MatchLineProps) {
  const say = useText()
  const act = useAct(acceptProduct, { stale: [matchNeed.name] })
  const { product, fit, conditions } = match
  return (
    <>
      <p>
        <strong>{product.name}</strong> {product.provider} <span className="mark">{say(fits[fit])}</span>{' '}
        {product.rate !== null && <span className="soft">{product.rate}</span>}{' '}
        {product.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <ul className="finance-conditions small">
        {conditions.map(({ outcome, text }) => (
          <li key={text.en}>
            {say(signs[outcome])}：{say(text)}
          </li>
        ))}
      </ul>
      {mayAccept && fit !== 'misses' && (
        <Button loading={act.isPending} onClick={() => act.mutate({ id: need, product: product.id })}>
          {say({ zh: '选这个，同意转交资料', en: 'Choose it and agree to be forwarded' })}
        </Button>
      )}
      <Refusal error={act.error} />
    </>
  )
}
