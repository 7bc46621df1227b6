import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { progressOf } from '../../cases/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import type { Plan } from '../../plans/contract/plan.ts'
import type { Changes } from '../../plans/contract/request.ts'
import { milestoneMatters } from '../../plans/contract/scenario.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import { getProject, type ProjectRef } from '../../projects/server/api.ts'
import type { proposeAgreement } from '../contract.ts'
import { tell } from './decide.ts'
import { agreementsOfZone, type StoredAgreement } from './store.ts'

/** The plan as it is now under the chosen scenario, with the advice that was taken up: what both sides are asked to sign. */
export async function propose(
  db: Database,
  context: RequestContext,
  { project: projectId, scenario, changes: given, note }: InputOf<typeof proposeAgreement>,
): Promise<StoredAgreement> {
  const zone = zoneOf(context)
  const project = await getProject(db, zone.id, projectId)
  const { enterpriseId, basis } = project
  if (enterpriseId === null || basis === null) throw notReady()
  const ordinal = await nextOrdinal(db, zone.id, projectId)
  const progress = await progressOf(db, zone, { projectId, now: context.now })
  const changes: Changes = { relax: given?.relax ?? [], handling: given?.handling ?? {}, slips: {} }
  const plan = await planOnBasis(db, zone, { basis, progress, scenario, changes })
  const row = await insert(db, context, {
    project: { ...project, enterpriseId, basis },
    ...{ ordinal, plan, changes, note: note ?? null },
  })
  await record(db, context, {
    ...{ subjectKind: 'agreements.agreement', subjectId: row.id, threadId: projectId, action: 'propose' },
    after: { state: 'proposed', scenario: plan.scenario, permitOn: row.permit_on, productionOn: row.production_on },
    note: row.note,
  })
  await tell(db, context, row)
  return row
}

/** One proposal at a time: the index lets in one of two. */
async function nextOrdinal(db: Database, zoneId: string, projectId: string): Promise<number> {
  const rows = await db
    .selectFrom('agreements.agreements')
    .select(['ordinal', 'state', 'archived_at'])
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .execute()
  if (rows.some(({ state, archived_at }) => state === 'proposed' && archived_at === null)) throw openAlready()
  return Math.max(0, ...rows.map(({ ordinal }) => ordinal)) + 1
}

interface Proposal {
  readonly project: ProjectRef & {
    readonly enterpriseId: string
    readonly basis: NonNullable<ProjectRef['basis']>
  }
  readonly ordinal: number
  readonly plan: Plan
  readonly changes: Changes
  readonly note: string | null
}

async function insert(db: Database, context: RequestContext, proposal: Proposal): Promise<StoredAgreement> {
  const { now, caller } = context
  const { project, ordinal, plan, changes, note } = proposal
  const zoneId = zoneOf(context).id
  const by = actorOf(context)
  const on = (code: string) => plan.matters.find((matter) => matter.code === code)?.finishDate ?? null
  const made = await db
    .insertInto('agreements.agreements')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: project.sample, project_id: project.id },
      ...{ enterprise_id: project.enterpriseId, ordinal, state: 'proposed', scenario: plan.scenario },
      ...{ catalogue_version_id: project.basis.catalogueVersionId, plan: JSON.stringify(plan) },
      ...{ facts: JSON.stringify(project.basis.facts), changes: JSON.stringify(changes) },
      contract_on: on(milestoneMatters.contract),
      permit_on: on(milestoneMatters.permit),
      joint_accept_on: on(milestoneMatters.jointAccept),
      production_on: on(milestoneMatters.production),
      ...{ note, proposed_by: caller.name, proposed_on: legalDayOf(now), last_by: caller.name },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw openAlready()
  return agreementsOfZone(db, zoneId).where('id', '=', made.id).executeTakeFirstOrThrow()
}

function openAlready(): Problem {
  return new Problem('rule_violated', 'agreements.open_already', {
    zh: '已有一份约定方案待签：请先签署或撤回，再提出新的。',
    en: 'A proposal is waiting to be signed: sign or withdraw it before you make another one.',
  })
}

/** The plan of what is promised needs somebody to promise it to. */
function notReady(): Problem {
  return new Problem('rule_violated', 'agreements.project_not_ready', {
    zh: '项目还没有关联企业或填写项目要素，算不出方案；请先补充。',
    en: 'The project has no enterprise or no facts yet, so that it has no plan: complete it first.',
  })
}

export async function catalogueOf(db: Database, versionId: string) {
  const { version, catalogue, fees, compiled } = await pinnedCatalogue(db, versionId)
  return { version: { title: version.title, asOf: version.asOf, digest: version.digest }, catalogue, fees, compiled }
}
