import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { CaseView } from './case-view.tsx'
import { useCase } from './use-case.ts'

const title = { zh: '办件', en: 'Case' }

/** A case at an address of its own, to be sent to somebody. */
export function CasePage({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useCase(id)
  useLiveCases()
  useTitle(data?.matter.name ?? title)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page case-page">
      <p className="small">
        <Link to="/inbox" search={{ zone: zone.code }}>
          {say({ zh: '← 待办', en: '← Inbox' })}
        </Link>
      </p>
      <h1>{say(data.matter.name)}</h1>
      <div className="card">
        <CaseView detail={data} />
      </div>
    </div>
  )
}
