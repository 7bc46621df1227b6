import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatArea } from '../../../../kernel/area.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useSession } from '../../../../web/kit/session/session.ts'
import { SignedIn } from '../../../../web/kit/session/signed-in.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { getPublishedCard, getSiteCard, type SiteCard } from '../../contract/card.ts'
import type { SiteKind } from '../../contract/find.ts'
import { planText } from '../../domain/card-page.ts'
import { PrintButton } from './print-button.tsx'
import { Sketch } from './sketch.tsx'
import './sites.css'

interface Props {
  readonly kind: SiteKind
  readonly id: string
}

/** The card on a page: the whole of it for who works in the zone, the published one for a visitor. */
export function CardPage(props: Props) {
  const { session } = useSession()
  const { search } = useAddress()
  if (session === null) return <VisitorCard {...props} zone={search.zone ?? ''} />
  return (
    <SignedIn needs={['sites.read']}>
      <MemberCard {...props} />
    </SignedIn>
  )
}

function VisitorCard({ kind, id, zone }: Props & { readonly zone: string }) {
  const { data, error, refetch } = useQuery(queryOf(getPublishedCard, { zone, kind, id }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return data === undefined ? <Opening /> : <Card card={data} />
}

function MemberCard({ kind, id }: Props) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getSiteCard, { zone: zone.code, kind, id }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <Card card={data}>
      <div className="form-actions">
        <PrintButton kind={kind} id={id} name={say(data.name)} />
        {kind === 'parcel' && (
          <Link to="/sites/$kind/$id/layout" params={{ kind, id }} search={{ zone: zone.code }}>
            {say({ zh: '试摆厂房', en: 'Try a layout' })}
          </Link>
        )}
        <span className="soft small">
          {data.published
            ? say({
                zh: '已对外公开：不登录也能看到（不含图形）。',
                en: 'Published: visitors see it, without the shape.',
              })
            : say({ zh: '没有对外公开：只有本区人员能看到。', en: 'Not published: members of the zone alone see it.' })}
        </span>
      </div>
    </Card>
  )
}

function Card({ card, children }: { readonly card: SiteCard; readonly children?: React.ReactNode }) {
  const say = useText()
  const language = useLanguage()
  useTitle(card.name)
  const { name, zone, place, areaSqm, pitch, facts, utilities, thresholds, price, handOver, plan, rings, sample } = card
  const bounds = thresholds.map(({ label, unit, op, value, source }) => ({
    label,
    value: {
      zh: `${op === 'gte' ? '≥' : '≤'} ${value} ${unit.zh}（${source}）`,
      en: `${op === 'gte' ? '≥' : '≤'} ${value} ${unit.en} (${source})`,
    },
  }))
  return (
    <div className="page sites">
      <h1>{say(name)}</h1>
      <p className="soft">
        {[say(zone), place, formatArea(areaSqm, language)].filter((text) => text !== null).join(' · ')}{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      {pitch && <p>{say(pitch)}</p>}
      {children}
      <div className="sites-two">
        <Lines title={{ zh: '基本情况', en: 'The site' }} lines={facts} />
        {rings.length > 0 && <Sketch rings={rings} name={say(name)} />}
        <Lines title={{ zh: '配套', en: 'Utilities' }} lines={utilities} />
        <Lines
          title={{ zh: '条件', en: 'Terms' }}
          lines={[
            { label: { zh: '价格', en: 'Price' }, value: price ?? { zh: '没有登记', en: 'not recorded' } },
            { label: { zh: '交付', en: 'Hand-over' }, value: handOver },
            ...(plan ? [{ label: { zh: '手续', en: 'Procedures' }, value: planText(plan) }] : []),
          ]}
        />
        {bounds.length > 0 && <Lines title={{ zh: '控制指标', en: 'Indicators that bind' }} lines={bounds} />}
      </div>
    </div>
  )
}

function Lines({ title, lines }: { readonly title: SiteCard['name']; readonly lines: SiteCard['facts'] }) {
  const say = useText()
  return (
    <section>
      <h2>{say(title)}</h2>
      <dl className="sites-lines">
        {lines.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
