import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useBoard } from './use-leases.ts'

/** What expires, is owed or stands empty too long, on a leader's first page; nothing when nothing does. */
export function TodayLeases() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useBoard()
  const idle = data?.idle.filter(({ alarm }) => alarm).length ?? 0
  if (data === undefined || data.expiring.length + data.arrears.length + idle === 0) return null
  const [expiring, arrears] = [data.expiring.length, data.arrears.length]
  return (
    <section className="card">
      <h2>{say({ zh: '载体', en: 'Space' })}</h2>
      <p>
        <Link to="/space" search={{ zone: zone.code }}>
          {say({
            zh: `${expiring} 份租约将到期，${arrears} 份欠缴，${idle} 个单元空置过久`,
            en: `${expiring} leases expire, ${arrears} are in arrears, ${idle} units stand empty too long`,
          })}
        </Link>
      </p>
    </section>
  )
}
