import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { ProjectPlan } from '../../plans/contract/project-plan.ts'
import { runningPlan } from '../../plans/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { getProjectPlan } from '../contract/project-plan.ts'
import { progressOf } from './progress-of.ts'

/** The same of several projects; what cannot be planned, or is not the caller's, is left out. */
export async function readProjectPlans(
  db: Database,
  context: RequestContext,
  ids: readonly string[],
): Promise<{ plans: ProjectPlan[] }> {
  const plans: ProjectPlan[] = []
  for (const id of ids) {
    const plan = await readProjectPlan(db, context, { zone: zoneOf(context).code, id }).catch(refusedAsNull)
    if (plan) plans.push(plan)
  }
  return { plans }
}

function refusedAsNull(error: unknown): null {
  if (error instanceof Problem && error.kind !== 'internal') return null
  throw error
}

/** The plan of a project as of now: its facts, and what its cases say has happened. */
export async function readProjectPlan(
  db: Database,
  context: RequestContext,
  { id, scenario }: InputOf<typeof getProjectPlan>,
): Promise<ProjectPlan> {
  const zone = zoneOf(context)
  const project = await getProject(db, zone.id, id)
  if (isOutsider(context.caller) && project.enterpriseId !== context.caller.enterpriseId) throw notFound()
  if (project.basis === null) {
    throw new Problem('rule_violated', 'cases.no_basis', {
      zh: '项目还没有填写要素和开始日，请先填写，再看方案。',
      en: 'The project has no facts and no first day yet: fill them in, then look at its plan.',
    })
  }
  const progress = await progressOf(db, zone, { projectId: id, now: context.now })
  return { projectId: id, ...(await runningPlan(db, zone, { basis: project.basis, progress, scenario })) }
}
