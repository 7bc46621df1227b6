import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { AgreementVerb } from '../contract/steps.ts'
import * as contract from '../contract.ts'
import type { AgreementCommand } from '../domain/decide.ts'
import { decideOn } from './decide.ts'
import { answerDocument } from './document.ts'
import { figures } from './figures.ts'
import { daysBehind, measure } from './measure.ts'
import { propose } from './propose.ts'
import { agreementsIn, getRow } from './store.ts'
import { viewOf, viewsOf, wholeOf } from './views.ts'

/** So many projects are measured for one page. */
const measuredAtMost = 50

/** 404 unless this caller may see the project. */
async function refuseForeign(db: Database, context: RequestContext, projectId: string): Promise<void> {
  const { enterpriseId } = await getProject(db, zoneOf(context).id, projectId)
  if (isOutsider(context.caller) && enterpriseId !== context.caller.enterpriseId) throw notFound()
}

async function list(db: Database, context: RequestContext, projectId: string) {
  await refuseForeign(db, context, projectId)
  const rows = await agreementsIn(db, zoneOf(context).id, context.caller)
    .where('project_id', '=', projectId)
    .orderBy('ordinal', 'desc')
    .execute()
  return { agreements: await viewsOf(db, context, rows) }
}

async function deviations(db: Database, context: RequestContext, projectId: string) {
  await refuseForeign(db, context, projectId)
  const zone = zoneOf(context)
  const row = await agreementsIn(db, zone.id, context.caller)
    .where('project_id', '=', projectId)
    .where('state', '=', 'in_force')
    .executeTakeFirst()
  return { deviations: row ? await measure(db, zone, { row, now: context.now }) : null }
}

/** Of all projects with an agreed plan in force, those that are furthest behind first. */
async function overall(db: Database, context: RequestContext) {
  const zone = zoneOf(context)
  const rows = await agreementsIn(db, zone.id, context.caller)
    .where('state', '=', 'in_force')
    .orderBy('in_force_on', 'desc')
    .orderBy('id')
    .limit(measuredAtMost + 1)
    .execute()
  const measured = []
  for (const row of rows.slice(0, measuredAtMost)) {
    const found = await measure(db, zone, { row, now: context.now })
    if (found !== null) measured.push(found)
  }
  const projects = measured.sort((a, b) => daysBehind(b) - daysBehind(a))
  return { projects, more: rows.length > measuredAtMost }
}

/** The handler of a decision: decide, then the agreed plan as it is afterwards. */
function decide(verb: AgreementVerb) {
  return async (
    db: Database,
    input: Omit<AgreementCommand, 'verb'> & { readonly id: string; readonly version: number },
    context: RequestContext,
  ) => viewOf(db, context, await decideOn(db, context, { ...input, verb }))
}

/** Whoever sees the agreed plan sees its scans. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('agreements.read')) return false
  const visible = agreementsIn(db, zoneOf(context).id, context.caller).where('id', '=', id)
  return (await visible.executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'agreements',
  figures,
  grants: {
    'agreements.read': ['leader', 'officer', 'agent', 'promoter', 'enterprise', 'supervisor'],
    'agreements.oversee': ['leader', 'supervisor'],
    'agreements.propose': ['agent', 'officer'],
    'agreements.sign': ['enterprise'],
    'agreements.signForZone': ['leader'],
    'agreements.recordSignature': ['agent', 'officer'],
  },
  fileAccess: { 'agreements.agreement': mayRead },
  journal: {
    'agreements.agreement': {
      label: { zh: '约定方案', en: 'Agreed plan' },
      actions: { replace: { zh: '被新的约定方案替代', en: 'Replaced by a later one' } },
    },
  },
  handlers: [
    handle(contract.listAgreements, (db, { project }, context) => list(db, context, project)),
    handle(contract.getAgreement, async (db, { id }, context) =>
      wholeOf(db, context, await getRow(db, zoneOf(context).id, { caller: context.caller, id })),
    ),
    handle(contract.proposeAgreement, async (db, input, context) =>
      viewOf(db, context, await propose(db, context, input)),
    ),
    handle(contract.sign, decide('sign')),
    handle(contract.signForZone, decide('signForZone')),
    handle(contract.recordSignature, decide('recordSignature')),
    handle(contract.decline, decide('decline')),
    handle(contract.withdraw, decide('withdraw')),
    handle(contract.getDeviations, (db, { project }, context) => deviations(db, context, project)),
    handle(contract.listDeviations, (db, _input, context) => overall(db, context)),
    handle(contract.agreementDocument, (db, input, context) => answerDocument(db, context, input)),
  ],
})
