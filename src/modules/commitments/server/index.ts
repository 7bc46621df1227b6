import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { CommitmentText, CommitRule } from '../contract/rules.ts'
import * as samples from '../contract/samples.ts'
import { type CommitmentState, type CommitmentVerb, commitmentSteps, commitmentVerbs } from '../contract/steps.ts'
import * as contract from '../contract.ts'
import type { CommitmentCommand } from '../domain/decide.ts'
import { decideOn } from './decide.ts'
import { draftFor } from './draft.ts'
import { figures } from './figures.ts'
import { hearCase } from './listen.ts'
import { draw, listSamples } from './sample.ts'
import { commitmentsIn, getRow } from './store.ts'
import { traceOfEnterprise } from './trace.ts'
import { viewOf, viewsOf } from './views.ts'

interface ListQuestion {
  readonly project?: string | undefined
  readonly state?: CommitmentState | undefined
  readonly limit: number
  readonly after?: string | undefined
}

/** The latest first, by id. */
async function list(db: Database, context: RequestContext, asked: ListQuestion) {
  let query = commitmentsIn(db, zoneOf(context).id, context.caller)
  if (asked.project !== undefined) query = query.where('project_id', '=', asked.project)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const shown = rows.slice(0, asked.limit)
  const next = rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null
  return { commitments: await viewsOf(db, context, shown), next }
}

/** The handler of a decision: decide, then the commitment as it is afterwards. */
function decide(verb: CommitmentVerb) {
  return async (
    db: Database,
    input: Omit<CommitmentCommand, 'verb'> & { readonly id: string; readonly version: number },
    context: RequestContext,
  ) => viewOf(db, context, await decideOn(db, context, { ...input, verb }))
}

/** Whoever sees the commitment sees its files. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('commitments.read')) return false
  const visible = commitmentsIn(db, zoneOf(context).id, context.caller).where('id', '=', id)
  return (await visible.executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'commitments',
  figures,
  grants: {
    'commitments.read': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
    'commitments.draft': ['officer', 'agent'],
    'commitments.sign': ['enterprise', 'officer'],
    'commitments.verify': ['officer'],
    'commitments.requireRectification': ['officer'],
    'commitments.rectify': ['officer'],
    'commitments.planCheck': ['officer'],
    'commitments.hear': ['officer'],
    'commitments.defend': ['enterprise', 'officer'],
    'commitments.breach': ['officer'],
    'commitments.dropProposal': ['officer', 'leader'],
    'commitments.readSamples': ['leader', 'officer', 'supervisor'],
    'commitments.drawSample': ['officer', 'supervisor'],
    'commitments.readRules': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
    'commitments.writeRules': ['officer', 'leader'],
  },
  records: [CommitmentText, CommitRule],
  listeners: { 'cases.changed': hearCase },
  fileAccess: { 'commitments.commitment': mayRead },
  traces: { 'commitments.commitment': traceOfEnterprise },
  journal: {
    'commitments.commitment': {
      label: { zh: '告知承诺', en: 'Commitment' },
      actions: {
        draft: { zh: '生成承诺', en: 'Drafted' },
        restOn: { zh: '据此办结', en: 'Decided upon' },
        revoked: { zh: '据此作出的决定已撤销', en: 'Decision revoked' },
        drawForCheck: { zh: '抽查抽中', en: 'Drawn for a check' },
        ...Object.fromEntries(commitmentVerbs.map((verb) => [verb, commitmentSteps[verb].label])),
      },
    },
    'commitments.sample': {
      label: { zh: '承诺抽查', en: 'Sample of commitments' },
      actions: { draw: { zh: '抽取', en: 'Drawn' } },
    },
  },
  handlers: [
    handle(contract.listCommitments, (db, input, context) => list(db, context, input)),
    handle(contract.getCommitment, async (db, { id }, context) =>
      viewOf(db, context, await getRow(db, zoneOf(context).id, { caller: context.caller, id })),
    ),
    handle(contract.draftCommitments, async (db, { project }, context) => ({
      commitments: await viewsOf(db, context, await draftFor(db, context, project)),
    })),
    handle(contract.signCommitment, decide('sign')),
    handle(contract.verifyCommitment, decide('verify')),
    handle(contract.requireRectification, decide('requireRectification')),
    handle(contract.rectifyCommitment, decide('rectify')),
    handle(contract.planCheck, decide('planCheck')),
    handle(contract.hearCommitment, decide('hear')),
    handle(contract.defendCommitment, decide('defend')),
    handle(contract.breachCommitment, decide('breach')),
    handle(contract.dropProposal, decide('dropProposal')),
    handle(samples.listSamples, (db, _input, context) => listSamples(db, context)),
    handle(samples.drawSample, (db, { days }, context) => draw(db, context, days)),
  ],
})
