import { Link } from '@tanstack/react-router'
import type { KindView } from '../../kernel/kind-view.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { moduleNames } from '../shell-part.ts'
import { useText } from '../text.tsx'
import './kinds.css'

const title = { zh: '资料', en: 'Records' }
const others = { zh: '其他', en: 'Other' }

/** Every kind of record that the reader may open, by the capability that it belongs to. */
export function KindsPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { kinds, error, refetch } = useKinds()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (kinds === undefined) return <Opening />
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      {kinds.length === 0 && (
        <p className="card">
          {say({
            zh: '您的角色没有可查看的资料；授权后，这里会列出各类记录。',
            en: 'Your role may read no records. Once it may, their kinds are listed here.',
          })}
        </p>
      )}
      {groupsOf(kinds).map(([folder, group]) => (
        <section key={folder}>
          {kinds.length > group.length && <h2>{say(moduleNames.get(folder) ?? others)}</h2>}
          <ul className="kinds">
            {group.map((kind) => (
              <li key={kind.path}>
                <Link to="/records/$kind" params={{ kind: kind.path }} search={{ zone: zone.code }}>
                  {say(kind.labels.many)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Kinds of modules that have a name come first; those of all others stand together. */
function groupsOf(kinds: readonly KindView[]): readonly (readonly [string, readonly KindView[]])[] {
  const groups = new Map<string, KindView[]>()
  for (const kind of kinds) {
    const folder = kind.name.split('.')[0] ?? ''
    const group = moduleNames.has(folder) ? folder : ''
    groups.set(group, [...(groups.get(group) ?? []), kind])
  }
  return [...groups].toSorted(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b))
}
