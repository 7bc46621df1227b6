import { Goto } from '../kit/goto.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { adminPages } from './pages.ts'

/** The first page of administration that the reader may open. */
export function FirstAdminPage() {
  const say = useText()
  const { zone, may } = useMember()
  const first = adminPages.find(({ needs = [] }) => needs.some(may))
  if (first !== undefined) return <Goto to={first.to} search={{ zone: zone.code }} />
  return (
    <div className="page">
      <h1>{say({ zh: '管理', en: 'Administration' })}</h1>
      <p className="notice notice-warning">
        {say({ zh: '您的角色没有管理事务。', en: 'Your role has nothing to administer.' })}
      </p>
    </div>
  )
}
