import { Navigate } from '@tanstack/react-router'
import { Opening } from '../../../../web/kit/opening.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { project } from '../../contract/project.ts'

/** All projects that the reader may see; a project opens on its own page instead of a drawer. */
export function ProjectsPage() {
  const say = useText()
  const { zone } = useMember()
  const { search } = useAddress()
  const kind = useKindNamed(project.name)
  useTitle(project.labels.many)
  const chosen = search.record
  if (chosen !== undefined && chosen !== 'new') {
    return <Navigate to="/projects/$id" params={{ id: chosen }} search={{ zone: zone.code }} replace />
  }
  if (kind === undefined) return <Opening />
  return (
    <div className="page">
      <h1>{say(project.labels.many)}</h1>
      <RecordList kind={kind} />
    </div>
  )
}
