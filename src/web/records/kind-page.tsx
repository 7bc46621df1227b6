import { Link } from '@tanstack/react-router'
import type { KindView } from '../../kernel/kind-view.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { RecordList } from '../kit/records/record-list.tsx'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'

/** The page that every plain kind of record has: `/records/enterprises`. */
export function KindPage({ path }: { readonly path: string }) {
  const say = useText()
  const { kinds, error, refetch } = useKinds()
  const { zone } = useMember()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (kinds === undefined) return <Opening />
  const kind = kinds.find((one) => one.path === path)
  if (kind !== undefined) return <OneKind kind={kind} />
  return (
    <div className="page">
      <p className="notice notice-warning">
        {say({
          zh: '没有这类资料，或您的角色在本区不能查看。',
          en: 'There is no such kind of record, or your role may not read it in this zone.',
        })}
      </p>
      <Link to="/records" search={{ zone: zone.code }}>
        {say({ zh: '看全部资料', en: 'All records' })}
      </Link>
    </div>
  )
}

function OneKind({ kind }: { readonly kind: KindView }) {
  const say = useText()
  useTitle(kind.labels.many)
  return (
    <div className="page">
      <h1>{say(kind.labels.many)}</h1>
      <RecordList kind={kind} />
    </div>
  )
}
