import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { LeaseMark } from './lease-mark.tsx'
import { useLeases } from './use-leases.ts'

/** An enterprise's own leases with what is due, for a phone; nothing without a lease. */
export function MyLeases() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useLeases()
  if (data === undefined || data.leases.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: '我的租约', en: 'My leases' })}</h2>
      <ul className="lease-cards">
        {data.leases.map((lease) => (
          <li key={lease.id} className="card">
            <Link to="/leases/$id" params={{ id: lease.id }} search={{ zone: zone.code }}>
              {lease.number}
            </Link>{' '}
            <LeaseMark lease={lease} />
            <p>
              {lease.units.map(({ code }) => code).join('、')} · <span className="number">{lease.areaSqm} m²</span>
            </p>
            <p className="number">
              {say({ zh: `待缴 ¥ ${lease.due}`, en: `¥ ${lease.due} due` })}{' '}
              {lease.daysLate > 0 && (
                <span className="lease-late">
                  {say({ zh: `其中过期 ¥ ${lease.arrears}`, en: `¥ ${lease.arrears} of it past its day` })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
