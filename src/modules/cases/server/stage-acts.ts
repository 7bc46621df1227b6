import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { closeStageReview, giveStageOpinion, openStageReview, StageReview } from '../contract/stage-review.ts'
import type { Command } from '../domain/circumstances.ts'
import { decideStep, legalDay } from '../domain/decide-step.ts'
import { type Action, plainAction, type StageRound } from '../domain/facts.ts'
import { refuse } from '../domain/refuse.ts'
import { reviewAfter, waitingOf } from '../domain/review.ts'
import { demand, isHandled, refuseStageRound, refuseStageStep } from '../domain/stage-review.ts'
import { circumstancesOf } from './circumstances.ts'
import { houseOf } from './house.ts'
import type { StoredCase } from './rows.ts'
import { stampOf } from './save.ts'
import { casesById, stagesOf } from './stage-cases.ts'
import { stageLeadsOn } from './stage-leads.ts'
import { leadOfRound, lockStageReview, named, type StageRow, viewOf } from './stage-read.ts'
import { takeAction } from './step.ts'
import { listActions, scopeOf } from './store.ts'

type Verb = 'askOpinions' | 'giveOpinion' | 'concludeReview'
type Content = Omit<Extract<Command, { readonly verb: Verb }>['input'], 'zone' | 'id' | 'version'>

interface OnAll {
  readonly verb: Verb
  readonly content: Content
  readonly stage: StageRound
}

/** The same step on every case of the round, each judged by its own rules; one that is refused refuses the whole act. */
async function takeOnAll(
  db: Database,
  context: RequestContext,
  cases: readonly StoredCase[],
  { verb, content, stage }: OnAll,
): Promise<Action | undefined> {
  let last: Action | undefined
  for (const stored of cases) {
    const { id, zone_id: zoneId, version } = stored.row
    const command = { verb, input: { ...content, zone: zoneOf(context).code, id, version } } as Command
    const given = await circumstancesOf(db, context, { command, stored })
    last = decideStep(stored.facts, command, { ...given, stage })
    const ordinal = (await listActions(db, zoneId, id)).length + 1
    await takeAction(db, context, { stored, action: last, ordinal })
  }
  return last
}

/** One lead opens one round over all running cases of a stage (滨州 2020 第3、11条): each case has it among its actions. */
export async function openStage(
  db: Database,
  context: RequestContext,
  { project, stage: code, happenedOn, ...asked }: InputOf<typeof openStageReview>,
): Promise<StageReview> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const today = legalDayOf(context.now)
  const house = await houseOf(db, context)
  const found = (await stagesOf(db, { scope, projectId: project, lock: true })).find((one) => one.code === code)
  const lead = (await stageLeadsOn(db, scope.zoneId, today)).get(code) ?? null
  const cases = found?.cases ?? []
  demand(refuseStageRound({ lead, ownDepartmentId: house.own?.id ?? null, cases: cases.map(named) }))
  const running = cases.filter(({ facts }) => isHandled(facts))
  const [first] = running
  if (!found || !first || lead === null) throw new Error('a stage without cases was not refused')
  const round: StageRound = { id: newId(context.now), code, name: found.name, lead }
  const content = { ...asked, departments: asked.departments.map(({ id, days }) => ({ id, days: days ?? null })) }
  const dated = happenedOn === undefined ? content : { ...content, happenedOn }
  const action = await takeOnAll(db, context, running, { verb: 'askOpinions', content: dated, stage: round })
  const review = action && reviewAfter(null, action)
  if (!review) throw new Error('a round was opened without a question')
  const row = await db
    .insertInto('cases.stage_reviews')
    .values({
      ...{ zone_id: scope.zoneId, id: round.id, version: 1, ...stampOf(context), sample: first.row.sample },
      ...{ project_id: project, enterprise_id: first.row.enterprise_id },
      ...{ stage: code, stage_name_zh: found.name.zh, stage_name_en: found.name.en },
      ...{ lead_id: lead.id, lead_name: lead.name, closed_on: null },
      ...{ case_ids: running.map((one) => one.row.id), review: JSON.stringify(review) },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await journalise(db, context, { row, verb: 'openStageReview', note: asked.reason })
  return viewOf(db, context, { row, house })
}

type StepInput = InputOf<typeof giveStageOpinion> | InputOf<typeof closeStageReview>

/** A department's one opinion, or the lead's one conclusion: entered once, and it stands in every case of the round that is still handled. */
export async function stepStage(
  db: Database,
  context: RequestContext,
  verb: 'giveOpinion' | 'close',
  { id, version, opinion, reason, happenedOn }: StepInput,
): Promise<StageReview> {
  const before = await lockStageReview(db, context, id)
  if (before.version !== version) throw changedMeanwhile(before)
  const house = await houseOf(db, context)
  const own = house.own?.id ?? null
  const waitedFor = waitingOf(before.review).some(({ departmentId }) => departmentId === own)
  demand(refuseStageStep(leadOfRound(before), { departmentId: own, waitedFor }, verb))
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const cases = await casesById(db, scope, { ids: before.case_ids, lock: true })
  const open = cases.filter(({ facts }) => isHandled(facts) && facts.review?.stage?.id === id)
  const stage = stageOf(before)
  const content = { opinion, reason, ...(happenedOn !== undefined && { happenedOn }) }
  const inCase = verb === 'close' ? 'concludeReview' : 'giveOpinion'
  const action = (await takeOnAll(db, context, open, { verb: inCase, content, stage })) ?? aloneOf()
  const review = reviewAfter(before.review, action) ?? before.review
  const row = await db
    .updateTable('cases.stage_reviews')
    .set({
      ...{ review: JSON.stringify(review), closed_on: review.concludedOn, version: version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', scope.zoneId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await journalise(db, context, {
    row,
    verb: verb === 'close' ? 'closeStageReview' : 'giveStageOpinion',
    note: reason,
  })
  return viewOf(db, context, { row, house })

  /** No case of the round is handled any more: the round itself is still ended, so that another can be opened. */
  function aloneOf(): Action {
    if (verb === 'giveOpinion') {
      throw refuse('not_possible', {
        zh: '本轮的办件都已离开办理，不用再出具意见；请牵头部门汇总。',
        en: 'No case of this round is handled any more: no opinion is needed, the lead concludes.',
      })
    }
    const actor = { id: context.caller.accountId, name: context.caller.name }
    const on = legalDay(happenedOn, before.review.askedOn, legalDayOf(context.now))
    return { ...plainAction('concludeReview', on, actor), opinion, reason }
  }
}

function stageOf(row: StageRow): StageRound {
  return {
    id: row.id,
    code: row.stage,
    name: { zh: row.stage_name_zh, en: row.stage_name_en },
    lead: leadOfRound(row).lead,
  }
}

interface Told {
  readonly row: StageRow
  readonly verb: 'openStageReview' | 'giveStageOpinion' | 'closeStageReview'
  readonly note: string
}

async function journalise(db: Database, context: RequestContext, { row, verb, note }: Told): Promise<void> {
  await record(db, context, {
    ...{ subjectKind: 'cases.stageReview', subjectId: row.id, threadId: row.project_id, action: verb, note },
    after: { stage: row.stage, cases: row.case_ids.length, closedOn: row.closed_on },
  })
}

function changedMeanwhile(row: StageRow): Problem {
  return new Problem(
    'conflict',
    'cases.changed_meanwhile',
    {
      zh: '别的部门已先一步办理本轮并联审查；请刷新后再办。',
      en: 'Another department was faster in this round: reload before you go on.',
    },
    { version: row.version },
  )
}
