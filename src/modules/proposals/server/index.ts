import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { decide, withdraw } from './decide.ts'
import { makeProposal } from './propose.ts'
import { proposalsIn, viewsOf } from './store.ts'

const most = 200

interface ListQuestion {
  readonly enterprise?: string | undefined
  readonly state?: contract.ProposalState | undefined
}

async function list(db: Database, context: RequestContext, { enterprise, state }: ListQuestion) {
  let query = proposalsIn(db, zoneOf(context).id, context.caller)
  if (enterprise !== undefined) query = query.where('enterprise_id', '=', enterprise)
  if (state !== undefined) query = query.where('state', '=', state)
  const rows = await query.orderBy('id', 'desc').limit(most).execute()
  return { proposals: await viewsOf(db, context, rows) }
}

async function one(db: Database, context: RequestContext, row: Awaited<ReturnType<typeof makeProposal>>) {
  const [view] = await viewsOf(db, context, [row])
  if (view) return view
  throw new Error('a row has a view')
}

/** Whoever sees the proposal sees the document that goes with it. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('proposals.read')) return false
  const visible = proposalsIn(db, zoneOf(context).id, context.caller).where('id', '=', id)
  return (await visible.executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'proposals',
  grants: {
    'proposals.read': ['leader', 'officer', 'agent', 'operator', 'supervisor', 'enterprise'],
    'proposals.propose': ['enterprise'],
    'proposals.decide': ['officer', 'operator'],
  },
  fileAccess: { 'proposals.proposal': mayRead },
  traces: {
    'proposals.proposal': {
      of: 'enterprises.enterprise',
      needs: 'proposals.read',
      find: async (db, id, context) => {
        const { proposals } = await list(db, context, { enterprise: id })
        return proposals.map((proposal) => ({ id: proposal.id, name: proposal.reason ?? '' }))
      },
    },
  },
  journal: {
    'proposals.proposal': {
      label: { zh: '企业申报', en: 'Proposal of an enterprise' },
      actions: {
        propose: { zh: '申报', en: 'Proposed' },
        accept: { zh: '核实采用', en: 'Accepted' },
        decline: { zh: '不采用', en: 'Declined' },
        withdraw: { zh: '撤回', en: 'Withdrawn' },
      },
    },
  },
  handlers: [
    handle(contract.listProposals, (db, input, context) => list(db, context, input)),
    handle(contract.propose, async (db, input, context) => one(db, context, await makeProposal(db, context, input))),
    handle(contract.decideProposal, async (db, input, context) => one(db, context, await decide(db, context, input))),
    handle(contract.withdrawProposal, async (db, input, context) =>
      one(db, context, await withdraw(db, context, input)),
    ),
  ],
})
