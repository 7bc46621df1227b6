import { useQuery } from '@tanstack/react-query'
import { dayNumber } from '../../../../kernel/calendar.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { call } from '../../../../web/client.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { Honour, honourLabels } from '../../contract/honour.ts'

const door = doorsOf(Honour).list

/** What the enterprise is recognised for today, in small marks; nothing when there is nothing. */
export function ValidHonours({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const input = { zone: zone.code, enterpriseId: enterprise, limit: 200 }
  const { data } = useQuery({
    queryKey: [door.name, input],
    queryFn: ({ signal }) => call(door, input, { signal }),
  })
  const today = legalDayOf(new Date())
  const valid = data?.rows.filter(({ validUntil }) => validUntil === null || String(validUntil) >= today) ?? []
  const kinds = Map.groupBy(valid, ({ kind }) => String(kind))
  return Object.entries(honourLabels).flatMap(([name, label]) => {
    const held = kinds.get(name)
    if (held === undefined) return []
    const left = daysLeft(today, held)
    const soon = left !== null && left <= soonDays
    return (
      <span key={name} className="mark">
        {say(label)}
        {soon && say({ zh: `（△ 还有 ${left} 天到期）`, en: ` (△ ${left} days left)` })}
      </span>
    )
  })
}

/** So many days before it ends a qualification is to be renewed. */
const soonDays = 90

/** Until the last of several ends; null: one of them does not end. */
function daysLeft(today: string, held: readonly Readonly<Record<string, unknown>>[]): number | null {
  const ends = held.map(({ validUntil }) => (validUntil === null ? null : dayNumber(String(validUntil))))
  return ends.includes(null) ? null : Math.max(...ends.map(Number)) - dayNumber(today)
}
