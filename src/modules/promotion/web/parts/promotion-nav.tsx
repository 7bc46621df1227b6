import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import './promotion.css'

const pages = [
  { to: '/leads', label: { zh: '下次联系', en: 'Next contact' } },
  { to: '/leads/funnel', label: { zh: '漏斗', en: 'Funnel' } },
  { to: '/leads/twins', label: { zh: '疑似重复', en: 'Look-alikes' } },
  { to: '/leads/reviews', label: { zh: '条款审查', en: 'Clause review' } },
  { to: '/leads/ledger', label: { zh: '到位资金', en: 'Paid in' } },
  { to: '/leads/channels', label: { zh: '渠道与队伍', en: 'Channels and teams' } },
] as const

/** The pages of promotion beside one another. */
export function PromotionNav() {
  const say = useText()
  const { zone } = useMember()
  return (
    <nav aria-label={say({ zh: '招商', en: 'Promotion' })} className="promotion-nav">
      {pages.map(({ to, label }) => (
        <Link key={to} to={to} search={{ zone: zone.code }} activeOptions={{ exact: true, includeSearch: false }}>
          {say(label)}
        </Link>
      ))}
    </nav>
  )
}
