import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { ProjectPlan } from '../../../plans/contract/project-plan.ts'
import { PlanSummary } from '../../../plans/web/panels.tsx'
import { stageLabels } from '../../../projects/contract/stage.ts'
import type { Dossier } from '../../../projects/contract.ts'
import { listProjectPlans } from '../../contract/project-plans.ts'
import { movedDays } from './moved-days.ts'

interface LateProjectsProps {
  readonly dossiers: readonly Dossier[]
  /** There are more projects than were read. */
  readonly more: boolean
  /** How many go on without a basis for a plan. */
  readonly unplanned: number
}

/** Projects whose milestones moved, the furthest first, each with the delays that moved them. */
export function LateProjects({ dossiers, more, unplanned }: LateProjectsProps) {
  const say = useText()
  const { zone } = useMember()
  const plans = usePlans(dossiers.map(({ id }) => id))
  const late = plans.filter((plan) => movedDays(plan) > 0).toSorted((a, b) => movedDays(b) - movedDays(a))
  return (
    <section>
      <h2>{say({ zh: `节点推迟的项目 ${late.length}`, en: `Projects whose milestones moved: ${late.length}` })}</h2>
      {late.length === 0 && (
        <p className="card" role="status">
          {say({ zh: '○ 项目都按原计划。', en: '○ All projects are as planned.' })}
        </p>
      )}
      {late.map((plan) => {
        const dossier = dossiers.find(({ id }) => id === plan.projectId)
        return (
          <article key={plan.projectId} className="card">
            <h3>
              <Link to="/projects/$id" params={{ id: plan.projectId }} search={{ zone: zone.code }}>
                {dossier?.name}
              </Link>{' '}
              {dossier && <span className="mark">{say(stageLabels[dossier.stage])}</span>}
            </h3>
            <PlanSummary running={plan} />
          </article>
        )
      })}
      <p className="soft small">
        {unplanned > 0 &&
          say({
            zh: `另有 ${unplanned} 个项目还没有方案依据，无从判断早晚。`,
            en: `${unplanned} projects have no basis for a plan yet.`,
          })}{' '}
        {more && say({ zh: '只看了前 50 个推进中的项目。', en: 'Only the first 50 projects were looked at.' })}{' '}
        <Link to="/projects" search={{ zone: zone.code }}>
          {say({ zh: '全部项目', en: 'All projects' })}
        </Link>
      </p>
    </section>
  )
}

const atMost = 50

function usePlans(ids: readonly string[]): readonly ProjectPlan[] {
  const { zone } = useMember()
  const projects = ids.slice(0, atMost).join(',')
  const { data } = useQuery({ ...queryOf(listProjectPlans, { zone: zone.code, projects }), enabled: ids.length > 0 })
  return data?.plans ?? []
}
