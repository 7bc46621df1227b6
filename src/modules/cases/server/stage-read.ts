import type { Selectable } from 'kysely'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { listStageReviews, OpenStage, StageReview } from '../contract/stage-review.ts'
import { readRound } from '../domain/read-round.ts'
import { waitingOf } from '../domain/review.ts'
import { isHandled, refuseStageRound, refuseStageStep } from '../domain/stage-review.ts'
import { type House, houseOf, leadOf } from './house.ts'
import type { StoredCase } from './rows.ts'
import { rulesIn } from './rules.ts'
import { casesById, type StageCases, stagesOf } from './stage-cases.ts'
import { stageLeadsOn } from './stage-leads.ts'
import { scopeOf } from './store.ts'
import type { StageReviewRow } from './table.ts'
import { askedView } from './views-parts.ts'

export type StageRow = Selectable<StageReviewRow>

/** Every select of rounds over a stage starts here: an applicant sees those of its own projects. */
export function stageReviewsIn(db: Database, { zoneId, enterpriseId }: ReturnType<typeof scopeOf>) {
  const zone = db
    .selectFrom('cases.stage_reviews')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  return enterpriseId === undefined ? zone : zone.where('enterprise_id', '=', enterpriseId)
}

/** The rounds of a project, the latest first, and the stages over which one could be opened. */
export async function readStageReviews(
  db: Database,
  context: RequestContext,
  project: string,
): Promise<OutputOf<typeof listStageReviews>> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const day = legalDayOf(context.now)
  const rules = await rulesIn(db, scope.zoneId, day)
  const rows = await stageReviewsIn(db, scope).where('project_id', '=', project).orderBy('id', 'desc').execute()
  const house = await houseOf(db, context)
  const reviews: StageReview[] = []
  for (const row of rows) reviews.push(await viewOf(db, context, { row, house }))
  const may = context.caller.permissions.has('cases.askOpinions')
  const stages = may ? await openStages(db, context, { project, house }) : []
  return { stages, reviews, opinionDays: rules.opinionDays, silenceAgrees: rules.silenceAgrees }
}

async function openStages(
  db: Database,
  context: RequestContext,
  { project, house }: { readonly project: string; readonly house: House },
): Promise<OpenStage[]> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const leads = await stageLeadsOn(db, scope.zoneId, legalDayOf(context.now))
  const stages = await stagesOf(db, { scope, projectId: project })
  return stages.flatMap((stage) => {
    const cases = stage.cases.filter(({ facts }) => isHandled(facts))
    if (cases.length === 0) return []
    const lead = leads.get(stage.code) ?? null
    const refusal = refuseStageRound({ lead, ownDepartmentId: house.own?.id ?? null, cases: cases.map(named) })
    return {
      ...{ code: stage.code, name: stage.name, lead, cases: cases.map(caseView), refusal: refusal && { ...refusal } },
      departments: departmentsOf(house, { ...stage, cases }).filter(({ id }) => id !== lead?.id),
    }
  })
}

/** Departments that answer for the cases, each once. */
function departmentsOf(house: House, { cases }: StageCases) {
  const all = cases.flatMap(({ row, facts }) => leadOf(house, row.department, facts) ?? [])
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()]
}

/** A case by what its matter is called. */
export function named({ row, facts }: StoredCase) {
  return { matter: { zh: row.matter_name_zh, en: row.matter_name_en }, facts }
}

function caseView({ row, facts }: StoredCase): StageReview['cases'][number] {
  const { zh, en } = named({ row, facts }).matter
  return { id: row.id, matter: { zh, en }, department: row.department, state: facts.state }
}

/** The visible round of this id, locked until the transaction ends; 404 when it is not there for this caller. */
export async function lockStageReview(db: Database, context: RequestContext, id: string): Promise<StageRow> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const row = await stageReviewsIn(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export function leadOfRound(row: StageRow) {
  return { lead: { id: row.lead_id, name: row.lead_name }, closedOn: row.closed_on }
}

/** The round as the caller may see it: what departments say to one another is the house's own. */
export async function viewOf(
  db: Database,
  context: RequestContext,
  { row, house }: { readonly row: StageRow; readonly house: House },
): Promise<StageReview> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const cases = await casesById(db, scopeOf(zone.id, context.caller), { ids: row.case_ids })
  const { review } = row
  const outsider = isOutsider(context.caller)
  const own = house.own?.id ?? null
  const standing = { departmentId: own, waitedFor: waitingOf(review).some(({ departmentId }) => departmentId === own) }
  const can = (verb: 'giveOpinion' | 'close') =>
    context.caller.permissions.has(verb === 'close' ? 'cases.concludeReview' : 'cases.giveOpinion') &&
    refuseStageStep(leadOfRound(row), standing, verb) === null
  const asked = readRound(review, moment).map(({ one, now }) =>
    askedView(one, { now, askedOn: review.askedOn, over: review.concludedOn !== null }),
  )
  return {
    ...{ id: row.id, version: row.version, sample: row.sample },
    stage: { code: row.stage, name: { zh: row.stage_name_zh, en: row.stage_name_en } },
    lead: leadOfRound(row).lead,
    question: outsider ? null : review.question,
    ...{ askedOn: review.askedOn, closedOn: row.closed_on, conclusion: review.conclusion },
    reason: outsider ? null : review.reason,
    asked: outsider ? asked.map((one) => ({ ...one, opinion: null, reason: null, by: null })) : asked,
    cases: cases.map(caseView),
    may: { giveOpinion: can('giveOpinion'), close: can('close') },
  }
}
