import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import type { ChainPlace } from '../../contract.ts'
import { StrengthMark } from './strength-mark.tsx'
import { usePlaces } from './use-chains.ts'

/** Tab of an enterprise: where it stands. */
export function EnterprisePlaces({ enterprise }: { readonly enterprise: string }) {
  return <Places of={{ enterprise }} />
}

/** Tab of a project: where it and its enterprise stand. */
export function ProjectPlaces({ project }: { readonly project: string }) {
  return <Places of={{ project }} />
}

/** On the page of a lead: which nodes it would fill. */
export function LeadPlaces({ lead }: { readonly lead: string }) {
  return <Places of={{ lead }} />
}

interface OfOne {
  readonly enterprise?: string
  readonly project?: string
  readonly lead?: string
}

function Places({ of }: { readonly of: OfOne }) {
  const say = useText()
  const { data, error, refetch } = usePlaces(of)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.places.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '还没有放到产业链上。在产业链页打开一个环节，把企业放上去，这里就会显示它的上下游位置。',
          en: 'Not placed on a chain yet. Open a node on the page of chains and place the enterprise there.',
        })}
      </p>
    )
  }
  return (
    <ul className="plain-list card chain-who">
      {data.places.map((place) => (
        <PlaceLine key={place.id} place={place} />
      ))}
    </ul>
  )
}

function PlaceLine({ place }: { readonly place: ChainPlace }) {
  const say = useText()
  const { zone, may } = useMember()
  const { chain, node, lane, strength, products, singleSupplier } = place
  const name = `${chain.name}／${node.name}`
  return (
    <li>
      {may('chains.read') ? (
        <Link to="/chains" search={{ zone: zone.code, chain: chain.id, node: node.id }}>
          {name}
        </Link>
      ) : (
        <strong>{name}</strong>
      )}{' '}
      <span className="mark">{say(laneLabels[lane])}</span> <StrengthMark strength={strength} />
      <br />
      <span className="small soft">
        {products}
        {singleSupplier &&
          say({ zh: ' ⚠ 本环节区内只有这一家在产', en: ' ⚠ The only one at work on this node in the zone' })}
      </span>
    </li>
  )
}
