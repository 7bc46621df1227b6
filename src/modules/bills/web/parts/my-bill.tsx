import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { yuan } from '../../../plans/web/panels.tsx'
import { useBill } from './use-bill.ts'

/** On an enterprise's card: what is due, and the way to the bill; nothing when no bill was drawn up. */
export function MyBill({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useBill(project)
  if (data === undefined || data.lines.length === 0) return null
  const { due, reported, unknown } = data.totals
  return (
    <p>
      <Link to="/projects/$id" params={{ id: project }} search={{ zone: zone.code, view: 'bill' }}>
        {say({ zh: `账单：待缴 ¥ ${yuan(due)}`, en: `Bill: ¥ ${yuan(due)} due` })}
      </Link>{' '}
      <span className="soft small">
        {reported !== '0.00' &&
          say({ zh: `其中 ¥ ${yuan(reported)} 待确认`, en: `¥ ${yuan(reported)} of it to be confirmed` })}
        {unknown > 0 && say({ zh: ` ${unknown} 项金额待定`, en: ` ${unknown} amounts not known yet` })}
      </span>
    </p>
  )
}
