import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatArea } from '../../../../kernel/area.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { listZones } from '../../../zones/contract.ts'
import { listPublishedSites } from '../../contract/card.ts'
import './sites.css'

/** For visitors: what a zone has published, and nothing else. */
export function PublishedPage() {
  const say = useText()
  useTitle({ zh: '招商地块', en: 'Sites on offer' })
  const { search, replace } = useAddress()
  const zones = useQuery(queryOf(listZones, {})).data?.zones ?? []
  const zone = search.zone ?? zones[0]?.code
  return (
    <div className="page sites">
      <h1>{say({ zh: '招商地块和空间', en: 'Sites on offer' })}</h1>
      <div className="field">
        <label htmlFor="sites-zone">{say({ zh: '开发区', en: 'Zone' })}</label>
        <select
          id="sites-zone"
          className="text-input"
          value={zone ?? ''}
          onChange={({ target }) => replace({ zone: target.value })}
        >
          {zones.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      {zone !== undefined && <PublishedList zone={zone} />}
    </div>
  )
}

function PublishedList({ zone }: { readonly zone: string }) {
  const say = useText()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(queryOf(listPublishedSites, { zone }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.sites.length === 0)
    return (
      <p className="soft">
        {say({
          zh: '这个开发区还没有对外公开的地块和空间。可以先用投资指南看手续。',
          en: 'This zone has published no sites yet. The guide shows the procedures meanwhile.',
        })}
      </p>
    )
  return (
    <ul className="plain-list">
      {data.sites.map(({ kind, id, name, place, areaSqm, sample }) => (
        <li key={id}>
          <Link to="/sites/$kind/$id" params={{ kind, id }} search={{ zone }}>
            {say(name)}
          </Link>{' '}
          <span className="soft">
            {[place, formatArea(areaSqm, language)].filter((text) => text !== null).join(' · ')}
          </span>{' '}
          {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
        </li>
      ))}
    </ul>
  )
}
