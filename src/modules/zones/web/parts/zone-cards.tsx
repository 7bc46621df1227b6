import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useText } from '../../../../web/text.tsx'
import { listZones, type Zone } from '../../contract.ts'
import { levelLabels } from './level-labels.ts'

/** Every zone with its level and place; a card opens the guide of that zone. */
export function ZoneCards() {
  const { data, error, refetch } = useQuery(queryOf(listZones, {}))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return (
    <ul className="zone-cards">
      {(data?.zones ?? []).map((zone) => (
        <ZoneCard key={zone.code} zone={zone} />
      ))}
    </ul>
  )
}

function ZoneCard({ zone }: { readonly zone: Zone }) {
  const say = useText()
  return (
    <li className="card">
      <h3>
        <Link to="/guide" search={{ z: zone.code }}>
          {say(zone.name)}
        </Link>
      </h3>
      <p className="soft">
        {say(levelLabels[zone.level])} · {say(zone.province)} {say(zone.countyName)}
      </p>
    </li>
  )
}
