import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { usePlaces } from './use-chains.ts'
import { usePairs } from './use-trade.ts'

/** The reader's own enterprise: where it stands on the chains, and matches that wait for its answer; nothing for who is none. */
export function OwnTrade() {
  const say = useText()
  const { zone } = useMember()
  const own = zone.enterpriseId !== null
  const pairs = usePairs(own)
  const places = usePlaces({}, own)
  if (!own || pairs.data === undefined || places.data === undefined) return null
  const waiting = pairs.data.pairs.filter(({ match }) => (match?.mayAnswer.length ?? 0) > 0).length
  const fresh = pairs.data.pairs.filter(({ mayIntroduce }) => mayIntroduce).length
  return (
    <section className="card">
      <h2>{say({ zh: '产业链与供需', en: 'Chains, supply and demand' })}</h2>
      {places.data.places.length > 0 && (
        <p>{places.data.places.map(({ chain, node }) => `${chain.name}／${node.name}`).join('；')}</p>
      )}
      <p>
        {waiting > 0 && say({ zh: `${waiting} 条牵线等您答复。`, en: `${waiting} matches wait for your answer. ` })}
        {fresh > 0 && say({ zh: `${fresh} 条供需与您对得上。`, en: `${fresh} postings fit yours. ` })}
        <Link to="/trade" search={{ zone: zone.code }}>
          {say({ zh: '发布和查看供需', en: 'Post and see supply and demand' })}
        </Link>
      </p>
    </section>
  )
}
