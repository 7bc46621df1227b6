import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type Handler, handle, type RequestContext } from '../../../platform/module.ts'
import { actionLabel, actionVerbs } from '../contract/action-verbs.ts'
import { listBackdated } from '../contract/backdated.ts'
import { actOnMany, undoMany } from '../contract/bulk.ts'
import * as bundles from '../contract/bundle.ts'
import type { CaseDetail } from '../contract/case.ts'
import { decisions } from '../contract/decisions.ts'
import { getHands } from '../contract/hands.ts'
import { getProjectPlan } from '../contract/project-plan.ts'
import { listProjectPlans } from '../contract/project-plans.ts'
import { HandlingRule } from '../contract/rule.ts'
import { StageLead } from '../contract/stage-lead.ts'
import * as stages from '../contract/stage-review.ts'
import { type Verb, verbs } from '../contract/step-table.ts'
import * as contract from '../contract.ts'
import type { Command } from '../domain/circumstances.ts'
import { askedFor } from './asked.ts'
import { readBackdated } from './backdated.ts'
import { actOnCases } from './bulk.ts'
import { readJoint, submitBundle } from './bundle.ts'
import { figures } from './figures.ts'
import { grants } from './grants.ts'
import { listHands } from './hands.ts'
import { readInbox } from './inbox.ts'
import { readProjectPlan, readProjectPlans } from './project-plan.ts'
import { getDetail, listCases, readDetail } from './read.ts'
import { openStage, stepStage } from './stage-acts.ts'
import { readStageReviews } from './stage-read.ts'
import { takeStep } from './step.ts'
import { casesIn, scopeOf } from './store.ts'
import { submitCase } from './submit.ts'
import { hearCalendar, hearChange, look, lookKind } from './timers.ts'
import { traceOfEnterprise } from './trace.ts'
import { undoBatch } from './undo.ts'

/** Every step of the table is answered alike: decide, then the case as it is afterwards. */
function decisionHandler(verb: Verb): Handler {
  const decision = decisions[verb] as unknown as Endpoint<Command['input'], CaseDetail>
  return handle(decision, async (db, input, context) =>
    readDetail(db, context, await takeStep(db, context, { verb, input } as Command)),
  )
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whoever sees the case sees its files. */
async function mayRead(db: Database, caseId: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('cases.read')) return false
  const scope = scopeOf(zoneOf(context).id, context.caller)
  return (await casesIn(db, scope).where('id', '=', caseId).executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'cases',
  grants,
  records: [HandlingRule, StageLead],
  figures,
  listeners: { 'cases.changed': hearChange, 'zones.calendarChanged': hearCalendar },
  timers: { [lookKind]: look },
  fileAccess: { 'cases.case': mayRead },
  traces: { 'cases.case': traceOfEnterprise },
  journal: {
    'cases.externalCase': {
      label: { zh: '外部办件', en: 'External case' },
      actions: {
        take: { zh: '接入外部办件', en: 'Taken over from another platform' },
        move: { zh: '外部办件状态变化', en: 'Another state there' },
      },
    },
    'cases.case': {
      label: { zh: '办件', en: 'Case' },
      actions: {
        ...Object.fromEntries(actionVerbs.map((verb) => [verb, actionLabel(verb)])),
        moveCatalogue: { zh: '改按另一版事项目录', en: 'Moved to another version of the catalogue' },
        owedLapsed: { zh: '容缺材料逾期', en: 'Owed paper lapsed' },
      },
    },
    'cases.stageReview': {
      label: { zh: '阶段并联审查', en: 'Joint review over a stage' },
      actions: {
        openStageReview: stages.openStageReview.summary,
        giveStageOpinion: stages.giveStageOpinion.summary,
        closeStageReview: stages.closeStageReview.summary,
      },
    },
    'cases.bundle': {
      label: { zh: '联合申请', en: 'Joint application' },
      actions: { submitBundle: bundles.submitBundle.summary },
    },
  },
  handlers: [
    handle(contract.getInbox, (db, input, context) => readInbox(db, context, input)),
    handle(contract.listCases, (db, input, context) => listCases(db, context, input)),
    handle(contract.getCase, (db, { id }, context) => getDetail(db, context, id)),
    handle(contract.getApplication, async (db, input, context) => {
      const { matter, papers } = await askedFor(db, context, input)
      return {
        matter: { code: matter.code, name: { zh: matter.name_zh, en: matter.name_en } },
        department: matter.authority,
        papers: [...papers],
      }
    }),
    handle(contract.submitCase, async (db, input, context) =>
      readDetail(db, context, await submitCase(db, context, input)),
    ),
    handle(actOnMany, (db, input, context) => actOnCases(db, context, input)),
    handle(undoMany, (db, input, context) => undoBatch(db, context, input)),
    handle(listBackdated, (db, input, context) => readBackdated(db, context, input)),
    handle(getHands, (db, _, context) => listHands(db, context)),
    handle(bundles.getJointApplication, (db, input, context) => readJoint(db, context, input)),
    handle(bundles.submitBundle, (db, input, context) => submitBundle(db, context, input)),
    handle(stages.listStageReviews, (db, { project }, context) => readStageReviews(db, context, project)),
    handle(stages.openStageReview, (db, input, context) => openStage(db, context, input)),
    handle(stages.giveStageOpinion, (db, input, context) => stepStage(db, context, 'giveOpinion', input)),
    handle(stages.closeStageReview, (db, input, context) => stepStage(db, context, 'close', input)),
    ...verbs.map(decisionHandler),
    handle(listProjectPlans, (db, { projects }, context) =>
      readProjectPlans(
        db,
        context,
        projects
          .split(',')
          .filter((id) => isUuid.test(id))
          .slice(0, 50),
      ),
    ),
    handle(getProjectPlan, (db, input, context) => readProjectPlan(db, context, input)),
  ],
})
