import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { faultStates } from '../../contract/words.ts'
import { useUpkeep } from './use-upkeep.ts'

/** An enterprise's own faults that are not mended, and the way to report one; nothing without a place on lease. */
export function OfMine() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useUpkeep()
  if (data === undefined || data.places.length + data.faults.length === 0) return null
  const open = data.faults.filter(({ state }) => state === 'reported' || state === 'taken')
  return (
    <section className="card">
      <h2>{say({ zh: '报修', en: 'Upkeep' })}</h2>
      {open.map(({ id, title, state }) => (
        <p key={id}>
          {title} · {say(faultStates[state])}
        </p>
      ))}
      <Link to="/upkeep" search={{ zone: zone.code }}>
        {say({ zh: '报修和查看进度', en: 'Report a fault, see how it goes' })}
      </Link>
    </section>
  )
}

/** What is past its limit, on a leader's first page; nothing when nothing is. */
export function OfToday() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useUpkeep()
  const late = data?.faults.filter(({ hoursLate }) => hoursLate > 0).length ?? 0
  if (late === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '报修', en: 'Upkeep' })}</h2>
      <p>
        <Link to="/upkeep" search={{ zone: zone.code }}>
          {say({ zh: `${late} 件报修已过时限`, en: `${late} faults are past their limit` })}
        </Link>
      </p>
    </section>
  )
}
