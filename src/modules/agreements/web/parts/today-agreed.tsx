import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listDeviations } from '../../contract.ts'
import { MilestoneDeviations } from './deviation-list.tsx'
import './agreements.css'

/** For a leader: promises to enterprises that are not kept as things stand, the furthest behind first. */
export function TodayAgreed() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(listDeviations, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return null
  const late = data.projects.filter(({ milestones }) => milestones.some(({ days }) => (days ?? 0) > 0))
  const kept = data.projects.length - late.length
  return (
    <section>
      <h2>{say({ zh: `晚于约定的项目 ${late.length}`, en: `Behind the agreed plan: ${late.length}` })}</h2>
      {late.length === 0 && (
        <p className="card" role="status">
          {say(
            data.projects.length === 0
              ? {
                  zh: '还没有生效的约定方案。双方签署后，晚于承诺日期的项目会列在这里。',
                  en: 'No agreed plan is in force yet. Once signed, projects behind what was promised are listed here.',
                }
              : {
                  zh: `○ ${kept} 个有约定方案的项目都不晚于约定。`,
                  en: `○ All ${kept} projects with an agreed plan keep it.`,
                },
          )}
        </p>
      )}
      {late.map(({ projectId, projectName, milestones }) => (
        <article key={projectId} className="card agreement">
          <h3>
            <Link to="/projects/$id" params={{ id: projectId }} search={{ zone: zone.code, view: 'agreement' }}>
              {projectName}
            </Link>
          </h3>
          <MilestoneDeviations milestones={milestones} />
        </article>
      ))}
      {late.length > 0 && kept > 0 && (
        <p className="soft small">
          {say({ zh: `另有 ${kept} 个项目不晚于约定。`, en: `${kept} more keep what was agreed.` })}
          {data.more && say({ zh: '只看了最近生效的 50 份。', en: ' Only the 50 latest were measured.' })}
        </p>
      )}
    </section>
  )
}
