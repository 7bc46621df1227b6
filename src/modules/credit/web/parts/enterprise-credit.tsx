import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { StandingCard } from './standing-card.tsx'
import { useCredit } from './use-credit.ts'
import './credit.css'

/** The credit of one enterprise on its page, with the way to every entry. */
export function EnterpriseCredit({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useCredit(enterprise)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="credit">
      <StandingCard credit={data} />
      <p>
        <Link to="/credit" search={{ zone: zone.code, enterprise }}>
          {say({ zh: `看全部 ${data.entries.length} 笔记录`, en: `All entries: ${data.entries.length}` })}
        </Link>
      </p>
    </div>
  )
}
