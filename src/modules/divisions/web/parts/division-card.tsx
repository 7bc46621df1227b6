import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useText } from '../../../../web/text.tsx'
import { getGround } from '../../../parcels/contract/shape.ts'
import { type Division, getDivision, type Turn } from '../../contract.ts'
import { MergeForm } from './merge-form.tsx'
import { SplitForm } from './split-form.tsx'

const title = { zh: '分割与合并', en: 'Split and merge' }

/** Where a parcel came from, what came of it, and how it is split or merged. */
export function DivisionCard({ parcel }: { readonly parcel: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const of = { zone: zone.code, id: parcel }
  // Whatever changes the parcel on this page changes its version, and with it what can be divided.
  const { data: ground } = useQuery({ ...queryOf(getGround, of), staleTime: 0 })
  const { data, error, refetch } = useQuery({
    queryKey: [getDivision.name, of, ground?.version],
    queryFn: ({ signal }) => call(getDivision, of, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const [view, setView] = useState('split')
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { origin, ending, bars } = data
  const open = may('divisions.decide') && ending === null
  if (origin === null && ending === null && !open) return null
  return (
    <section className="card">
      <h2>{say(title)}</h2>
      {origin && <TurnLine turn={origin} isOrigin />}
      {ending && <TurnLine turn={ending} isOrigin={false} />}
      {open && bars.length > 0 && (
        <>
          <p>{say({ zh: '现在不能分割或合并：', en: 'It can be neither split nor merged now:' })}</p>
          <ul>
            {bars.map((bar) => (
              <li key={bar.zh}>{say(bar)}</li>
            ))}
          </ul>
        </>
      )}
      {open && bars.length === 0 && (
        <Tabs
          label={say(title)}
          tabs={[
            { key: 'split', label: say({ zh: '分割', en: 'Split' }) },
            { key: 'merge', label: say({ zh: '合并', en: 'Merge' }) },
          ]}
          chosen={view}
          onChoose={setView}
        >
          {view === 'split' ? (
            <SplitForm key={groundKey(data)} division={data} />
          ) : (
            <MergeForm key={data.id} division={data} />
          )}
        </Tabs>
      )}
    </section>
  )
}

/** Lines that were typed stay while papers of the parcel change; on other ground they mean nothing. */
const groundKey = ({ id, shape }: Division) => `${id} ${JSON.stringify(shape?.coordinates)}`

function TurnLine({ turn, isOrigin }: { readonly turn: Turn; readonly isOrigin: boolean }) {
  const say = useText()
  const { zone } = useMember()
  const { verb, happenedOn, document, reason, parcels } = turn
  const words = isOrigin ? came[verb] : ended[verb]
  return (
    <p>
      <span className="number">{happenedOn}</span> {say(words)}{' '}
      {parcels.map(({ id, code, name }, i) => (
        <span key={id}>
          {i > 0 && say({ zh: '、', en: ', ' })}
          <Link to="/parcels/$id" params={{ id }} search={{ zone: zone.code }}>
            {say({ zh: `${name}（${code}）`, en: `${name} (${code})` })}
          </Link>
        </span>
      ))}{' '}
      <span className="soft">
        {document} · {reason}
      </span>
    </p>
  )
}

const came = {
  split: { zh: '分割自', en: 'split off from' },
  merge: { zh: '合并自', en: 'merged from' },
}
const ended = {
  split: { zh: '已分割为', en: 'was split into' },
  merge: { zh: '已合并为', en: 'was merged into' },
}
