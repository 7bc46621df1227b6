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
import { HandlingRule } from '../contract/rule.ts'
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
import { readProjectPlan } from './project-plan.ts'
import { getDetail, listCases, readDetail, readInbox } from './read.ts'
import { takeStep } from './step.ts'
import { casesIn, scopeOf } from './store.ts'
import { submitCase } from './submit.ts'
import { hearChange, look, lookKind } from './timers.ts'
import { undoBatch } from './undo.ts'

/** Every step of the table is answered alike: decide, then the case as it is afterwards. */
function decisionHandler(verb: Verb): Handler {
  const decision = decisions[verb] as unknown as Endpoint<Command['input'], CaseDetail>
  return handle(decision, async (db, input, context) =>
    readDetail(db, context, await takeStep(db, context, { verb, input } as Command)),
  )
}

/** Whoever sees the case sees its files. */
async function mayRead(db: Database, caseId: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('cases.read')) return false
  const scope = scopeOf(zoneOf(context).id, context.caller)
  return (await casesIn(db, scope).where('id', '=', caseId).executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'cases',
  grants,
  records: [HandlingRule],
  figures,
  listeners: { 'cases.changed': hearChange },
  timers: { [lookKind]: look },
  fileAccess: { 'cases.case': mayRead },
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
    ...verbs.map(decisionHandler),
    handle(getProjectPlan, (db, input, context) => readProjectPlan(db, context, input)),
  ],
})
