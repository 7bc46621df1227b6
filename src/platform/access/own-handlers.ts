import { type Database, type Handler, handle, type RequestContext } from '../module.ts'
import { notFound, signInNeeded } from './caller.ts'
import * as contract from './contract/own-account.ts'
import { confirmOwnFactor, removeFactor, startFactor, viewFactor } from './factor/own.ts'
import { endOwn, listOwn } from './own-sessions.ts'

/** What everybody does with the own account: second factor, and where it is signed in. */
export const ownHandlers: readonly Handler[] = [
  handle(contract.getSecondFactor, (db, _input, context) => viewFactor(db, accountOf(context))),
  { ...handle(contract.startSecondFactor, startFactor), ownTransactions: true, unkept: true },
  { ...handle(contract.confirmSecondFactor, confirmOwnFactor), ownTransactions: true, unkept: true },
  { ...handle(contract.removeSecondFactor, removeFactor), ownTransactions: true, unkept: true },
  handle(contract.listOwnSessions, (db, _input, context) => view(db, context)),
  handle(contract.endOwnSession, async (db, { id }, context) => {
    if (!(await endOwn(db, context, { id, accountId: accountOf(context) }))) throw notFound()
    return view(db, context)
  }),
]

async function view(db: Database, context: RequestContext) {
  return {
    sessions: await listOwn(db, { accountId: accountOf(context), here: context.client.sessionHash, now: context.now }),
  }
}

function accountOf({ caller: { accountId } }: RequestContext): string {
  if (accountId === null) throw signInNeeded()
  return accountId
}
