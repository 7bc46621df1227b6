import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useDue } from './use-promotion.ts'

/** How many leads wait longer than was agreed, on a leader's first page; nothing when none does. */
export function TodayPart() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useDue(false)
  if (data === undefined || data.counts.late === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '招商', en: 'Promotion' })}</h2>
      <p>
        <Link to="/leads" search={{ zone: zone.code, due: 'late' }}>
          {say({
            zh: `${data.counts.late} 条线索过了约定的联系日期`,
            en: `${data.counts.late} leads are past the day of their next contact`,
          })}
        </Link>
      </p>
    </section>
  )
}
