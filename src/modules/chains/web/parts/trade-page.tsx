import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { Posting } from '../../contract/posting.ts'
import { PairLine } from './pair-line.tsx'
import { usePairs } from './use-trade.ts'
import './chains.css'

const title = { zh: '供需撮合', en: 'Supply and demand' }

/** Which supplies go with which demands and why; and the postings themselves. */
export function TradePage() {
  const say = useText()
  const { zone, may } = useMember()
  const kind = useKindNamed(Posting.name)
  useTitle(title)
  return (
    <div className="page chains">
      {may('chains.read') && (
        <p className="chain-back">
          <Link to="/chains" search={{ zone: zone.code }}>
            {say({ zh: '← 产业链', en: '← Industry chains' })}
          </Link>
        </p>
      )}
      <h1>{say(title)}</h1>
      <Pairs />
      <section>
        <h2>{say(Posting.labels.many)}</h2>
        {kind !== undefined && <RecordList kind={kind} />}
      </section>
    </div>
  )
}

function Pairs() {
  const say = useText()
  const { data, error, refetch } = usePairs()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card">
      <h2>
        {say({ zh: '可以撮合的', en: 'What goes together' })} <span className="soft number">{data.pairs.length}</span>
      </h2>
      {data.pairs.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有对得上的供给和需求。在下面发布供需信息，产品相近、时间衔接的会列在这里，并写明理由。',
            en: 'Nothing goes together yet. Post what you offer or seek below: what fits in product and time stands here with the reasons.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {data.pairs.map((pair) => (
          <li key={`${pair.supply.id} ${pair.demand.id}`}>
            <PairLine pair={pair} />
          </li>
        ))}
      </ul>
    </section>
  )
}
