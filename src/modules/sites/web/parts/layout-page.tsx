import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { getSiteCard, type SiteCard } from '../../contract/card.ts'
import { readLayout } from '../../contract/layout.ts'
import { Study } from '../../contract/study.ts'
import { LayoutDesk } from './layout-desk.tsx'
import { emptyDraft, type StudyDraft } from './layout-draft.ts'
import './sites.css'
import './layout.css'

const doors = doorsOf(Study)

/** A layout upon one parcel: a new one, or the study that the address names. */
export function LayoutPage({ id }: { readonly id: string }) {
  const { zone } = useMember()
  const { search } = useAddress()
  const industry = search.industry
  const { data, error, refetch } = useQuery(
    queryOf(getSiteCard, { zone: zone.code, kind: 'parcel', id, ...(industry !== undefined && { industry }) }),
  )
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return <OfParcel card={data} study={search.study} industry={industry} />
}

interface OfParcelProps {
  readonly card: SiteCard
  readonly study: string | undefined
  readonly industry: string | undefined
}

function OfParcel({ card, study, industry }: OfParcelProps) {
  const say = useText()
  const { zone } = useMember()
  useTitle({ zh: `布局 ${card.name.zh}`, en: `Layout ${card.name.en}` })
  return (
    <div className="page sites">
      <h1>{say({ zh: `试摆厂房：${card.name.zh}`, en: `Try a layout: ${card.name.en}` })}</h1>
      <p>
        <Link to="/sites/$kind/$id" params={{ kind: 'parcel', id: card.id }} search={{ zone: zone.code }}>
          {say({ zh: '回到地块卡', en: 'Back to the card' })}
        </Link>
      </p>
      {study === undefined ? (
        <LayoutDesk key="new" card={card} draft={emptyDraft(card, industry)} />
      ) : (
        <Stored key={study} card={card} id={study} />
      )}
      <OtherStudies parcel={card.id} open={study} />
    </div>
  )
}

function Stored({ card, id }: { readonly card: SiteCard; readonly id: string }) {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(doors.read, { zone: zone.code, id }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  // While another study loads the one before it would still stand here.
  if (data === undefined || data.id !== id) return <Opening />
  const read = readLayout(String(data.layout))
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  const draft: StudyDraft = {
    ...{ id, version: data.version, name: String(data.name), blocks: 'blocks' in read ? read.blocks : [] },
    ...{ industryCode: text(data.industryCode), greenSqm: text(data.greenSqm), taxWan: text(data.taxWan) },
    ...{ investmentWan: text(data.investmentWan), setbackM: text(data.setbackM) },
  }
  return <LayoutDesk key={data.version} card={card} draft={draft} />
}

function OtherStudies({ parcel, open }: { readonly parcel: string; readonly open: string | undefined }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(doors.list, { zone: zone.code, parcelId: parcel, limit: 50 }))
  const others = (data?.rows ?? []).filter(({ id }) => id !== open)
  if (others.length === 0 && open === undefined) return null
  const at = { to: '/sites/$kind/$id/layout', params: { kind: 'parcel', id: parcel } } as const
  return (
    <section>
      <h2>{say({ zh: '这块地的其他方案', en: 'Other studies of this parcel' })}</h2>
      <ul className="plain-list">
        {open !== undefined && (
          <li>
            <Link {...at} search={{ zone: zone.code }}>
              {say({ zh: '新方案', en: 'A new study' })}
            </Link>
          </li>
        )}
        {others.map(({ id, name }) => (
          <li key={id}>
            <Link {...at} search={{ zone: zone.code, study: id }}>
              {String(name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
