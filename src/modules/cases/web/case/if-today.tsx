import { useQuery } from '@tanstack/react-query'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Plan } from '../../../plans/contract/plan.ts'
import { milestoneLabels, milestoneMatters } from '../../../plans/contract/scenario.ts'
import { computePlan } from '../../../plans/contract.ts'
import { getDossier } from '../../../projects/contract.ts'
import type { CaseDetail } from '../../contract/case.ts'
import { getProjectPlan } from '../../contract/project-plan.ts'

const shown = ['permit', 'production'] as const

/** "If I decide today": the plan as it is reckoned with now beside the plan with this matter finished today. */
export function IfToday({ detail }: { readonly detail: CaseDetail }) {
  const say = useText()
  const { data } = useIfToday(detail)
  if (!data) return null
  const lines = shown.flatMap((name) => effectOn(name, data) ?? [])
  if (lines.length === 0) return null
  return (
    <div className="notice if-today" role="status">
      <p>
        <strong>{say({ zh: '如果今天办结：', en: 'If decided today: ' })}</strong>
        {lines.map(say).join(say({ zh: '；', en: '; ' }))}
      </p>
    </div>
  )
}

interface Both {
  readonly now: Plan
  readonly after: Plan
}

function effectOn(name: (typeof shown)[number], { now, after }: Both) {
  const before = now.milestones[name]
  const reached = after.milestones[name]
  const date = (plan: Plan) => plan.matters.find(({ code }) => code === milestoneMatters[name])?.finishDate ?? null
  if (before === null || reached === null || date(after) === null) return null
  const { zh, en } = milestoneLabels[name]
  const saved = before - reached
  if (saved === 0) return { zh: `${zh} ${date(after)}（不变）`, en: `${en} ${date(after)} (unchanged)` }
  const words = saved > 0 ? { zh: '早', en: 'earlier' } : { zh: '晚', en: 'later' }
  const days = Math.abs(saved)
  return {
    zh: `${zh} ${date(after)}，比现在的安排${words.zh} ${days} 个工作日`,
    en: `${en} ${date(after)}, ${workdayCount(days)} ${words.en} than now`,
  }
}

/** Only where the catalogue in force is the one that the project is pinned to: the computation uses the former. */
function useIfToday({ project, matter, version }: CaseDetail) {
  const { zone } = useMember()
  const address = { zone: zone.code, id: project.id }
  const plan = useQuery(queryOf(getProjectPlan, address))
  const dossier = useQuery(queryOf(getDossier, address))
  const basis = dossier.data?.basis
  const running = plan.data
  const ready = running !== undefined && !running.newerCatalogue && basis !== undefined && basis !== null
  return useQuery({
    queryKey: ['plans.ifToday', project.id, matter.code, version, running?.progress],
    enabled: ready,
    queryFn: async ({ signal }): Promise<Both | null> => {
      if (!running || !basis) return null
      const today = legalDayOf(new Date())
      const own = running.progress.matters[matter.code]
      const matters = { ...running.progress.matters, [matter.code]: { filed: own?.filed ?? today, finished: today } }
      const { facts, startOn: start } = basis
      const { switches } = running.plan
      const request = { zone: zone.code, facts, start, switches, progress: { today, matters } }
      return { now: running.plan, after: await call(computePlan, request, { signal }) }
    },
  })
}
