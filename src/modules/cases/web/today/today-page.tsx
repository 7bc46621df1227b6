import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Placed } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { useRunningProjects } from '../../../projects/web/panels.tsx'
import { getInbox } from '../../contract.ts'
import { CaseDrawer } from '../case/case-drawer.tsx'
import { CaseTable } from '../parts/case-table.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { FewFigures } from './few-figures.tsx'
import { LateProjects } from './late-projects.tsx'
import '../my/my.css'

const title = { zh: '今天', en: 'Today' }
const overdueTitle = { zh: '超期的办件', en: 'Overdue cases' }

/** A leader's first page: what is late and why; every line opens to what it stands on. */
export function TodayPage() {
  const say = useText()
  useTitle(title)
  useLiveCases()
  const { search, go, replace } = useAddress()
  const inbox = useOverdue()
  const projects = useRunningProjects()
  if (inbox.error !== null) return <Failure error={inbox.error} onRetry={() => inbox.refetch()} />
  if (inbox.data === undefined || projects.ids === undefined) return <Opening />
  const cases = inbox.data.cases
  return (
    <div className="page today">
      <h1>{say({ zh: `今天要您过问的 ${cases.length} 件事`, en: `For you today: ${cases.length}` })}</h1>
      <FewFigures />
      <section>
        <h2>{say(overdueTitle)}</h2>
        {cases.length === 0 ? (
          <p className="card" role="status">
            {say({
              zh: '○ 没有影响节点的超期。超期而有机动的不列在这里。',
              en: '○ Nothing is overdue that moves a milestone. What slack takes up is not listed here.',
            })}
          </p>
        ) : (
          <CaseTable
            cases={cases}
            caption={overdueTitle}
            open={search.case}
            onOpen={(id) => go({ case: id, figure: undefined })}
          />
        )}
      </section>
      <Placed place="today" />
      <LateProjects dossiers={projects.dossiers} more={projects.more} unplanned={projects.unplanned} />
      {search.case !== undefined && (
        <CaseDrawer
          id={search.case}
          among={cases}
          onGo={(id) => replace({ case: id })}
          onClose={() => replace({ case: undefined })}
        />
      )}
    </div>
  )
}

function useOverdue() {
  const { zone } = useMember()
  return useQuery({
    ...queryOf(getInbox, { zone: zone.code, view: 'waiting', limit: 200 }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
}
