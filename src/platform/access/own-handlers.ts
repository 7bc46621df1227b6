import { inTransaction } from '../database.ts'
import { type Database, type Handler, handle, type RequestContext } from '../module.ts'
import { notFound, signInNeeded } from './caller.ts'
import * as contract from './contract/own-account.ts'
import { confirmOwnFactor, removeFactor, startFactor, viewFactor } from './factor/own.ts'
import { endOthers, endOwn, listOwn } from './own-sessions.ts'
import { isLately, provePassword } from './sign-in.ts'
import { findById } from './store.ts'

/** What everybody does with the own account: second factor, and where it is signed in. */
export const ownHandlers: readonly Handler[] = [
  handle(contract.getSecondFactor, (db, _input, context) => viewFactor(db, accountOf(context))),
  { ...handle(contract.startSecondFactor, startFactor), ownTransactions: true, unkept: true },
  { ...handle(contract.confirmSecondFactor, confirmOwnFactor), ownTransactions: true, unkept: true },
  { ...handle(contract.removeSecondFactor, removeFactor), ownTransactions: true, unkept: true },
  handle(contract.listOwnSessions, (db, _input, context) => view(db, context)),
  {
    ...handle(contract.endOwnSession, (db, { id, password }, context) =>
      ending(db, context, password, async (transaction, accountId) => {
        if (!(await endOwn(transaction, context, { id, accountId }))) throw notFound()
      }),
    ),
    ownTransactions: true,
    unkept: true,
  },
  {
    ...handle(contract.endOtherSessions, (db, { password }, context) =>
      ending(db, context, password, (transaction, accountId) => endOthers(transaction, context, accountId)),
    ),
    ownTransactions: true,
    unkept: true,
  },
]

type Ending = (db: Database, accountId: string) => Promise<void>

/** An open screen is not enough to throw its owner out: who signed in more than ten minutes ago shows the password once more. */
async function ending(db: Database, context: RequestContext, password: string | undefined, end: Ending) {
  const accountId = accountOf(context)
  if (!(await isLately(db, context))) await provePassword(db, context, password)
  await inTransaction(db, (transaction) => end(transaction, accountId))
  return view(db, context)
}

async function view(db: Database, context: RequestContext) {
  const accountId = accountOf(context)
  const account = await findById(db, accountId)
  return {
    sessions: await listOwn(db, { accountId, here: context.client.sessionHash, now: context.now }),
    asksPassword: typeof account?.password === 'string' && !(await isLately(db, context)),
  }
}

function accountOf({ caller: { accountId } }: RequestContext): string {
  if (accountId === null) throw signInNeeded()
  return accountId
}
