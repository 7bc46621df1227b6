import type { Database, Handler, RequestContext } from '../module.ts'
import { handle } from '../module.ts'
import { signInNeeded } from './caller.ts'
import * as contract from './contract.ts'
import { type AccessOptions, viewSession } from './session-view.ts'
import { findSessionEnd } from './sessions.ts'
import { changePassword, type SignedIn, signIn, signOut } from './sign-in.ts'
import { findById } from './store.ts'
import { endedCookie, sessionCookie } from './tokens.ts'

/** Sign-in, who am I, sign-out, own password. The token leaves in the cookie only: the output schema does not know it. */
export function sessionHandlers(options: AccessOptions): readonly Handler[] {
  const view = async (db: Database, signedIn: SignedIn) => ({
    ...(await viewSession(db, signedIn, options)),
    token: signedIn.token,
  })
  return [
    {
      ...handle(contract.signIn, async (db, input, context) => view(db, await signIn(db, input, context))),
      ownTransactions: true,
      headers: newCookie,
    },
    handle(contract.whoAmI, (db, _input, context) => whoAmI(db, context, options)),
    {
      ...handle(contract.signOut, signOut),
      headers: (_result, { client }) => ({ 'set-cookie': endedCookie(client.secure) }),
    },
    {
      ...handle(contract.changePassword, async (db, input, context) =>
        view(db, await changePassword(db, input, context)),
      ),
      ownTransactions: true,
      headers: newCookie,
    },
  ]
}

function newCookie(result: unknown, { client }: RequestContext) {
  return { 'set-cookie': sessionCookie((result as { token: string }).token, client.secure) }
}

async function whoAmI(db: Database, { caller, client }: RequestContext, options: AccessOptions) {
  const account = caller.accountId === null ? undefined : await findById(db, caller.accountId)
  const endsAt = client.sessionHash === null ? undefined : await findSessionEnd(db, client.sessionHash)
  // Ended between the walk's look and this one.
  if (!account || !endsAt) throw signInNeeded()
  return viewSession(db, { account, endsAt }, options)
}
