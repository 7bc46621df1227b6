import { inZone } from '../../database.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../module.ts'
import * as contract from '../contract/provider-sign-in.ts'
import { type AccessOptions, viewSession } from '../session-view.ts'
import { flowCookie, sessionCookie } from '../tokens.ts'
import { begin } from './begin.ts'
import { finish, showCode } from './finish.ts'
import { hearSignOut } from './sign-out.ts'
import { providersIn } from './store.ts'

/** Sign-in by a provider of identities. Tokens leave in cookies only: the output schemas do not know them. */
export function providerSignInHandlers(options: AccessOptions): readonly Handler[] {
  const { zones } = options
  return [
    handle(contract.listSignInProviders, async (db) => ({ providers: await buttons(db, options) })),
    {
      ...handle(contract.startProviderSignIn, (db, asked, context) =>
        begin(db, { ...asked, links: null }, { context, zones }),
      ),
      ownTransactions: true,
      headers: newFlow,
    },
    {
      ...handle(contract.finishProviderSignIn, async (db, { answer }, context) => {
        const { signedIn, back, linked } = await finish(db, answer, { context, zones })
        const session = signedIn && (await viewSession(db, signedIn, options))
        return { session, back, linked, token: signedIn?.token }
      }),
      ownTransactions: true,
      headers: newSession,
    },
    {
      ...handle(contract.proveProviderSignIn, async (db, { code }, context) => {
        const signedIn = await showCode(db, code, { context, zones })
        return { ...(await viewSession(db, signedIn, options)), token: signedIn.token }
      }),
      ownTransactions: true,
      headers: newSession,
    },
    {
      ...handle(contract.hearSignOut, async (db, told, context) => {
        await hearSignOut(db, told, { context, zones })
        return {}
      }),
      ownTransactions: true,
    },
  ]
}

/** Of every zone, since an account is of the whole installation and the page does not know the zone yet. */
async function buttons(db: Database, { zones }: AccessOptions): Promise<contract.ProviderButton[]> {
  const found: contract.ProviderButton[] = []
  for (const { id, code, name } of await zones.list(db)) {
    const on = await inZone(db, id, (zoned) =>
      providersIn(zoned, id).where('enabled', '=', true).orderBy('name').orderBy('id').execute(),
    )
    found.push(...on.map((provider) => ({ zone: { code, name }, id: provider.id, name: provider.name })))
  }
  return found
}

export function newFlow(result: unknown, { client }: RequestContext) {
  return { 'set-cookie': flowCookie((result as { browser: string }).browser, client.secure) }
}

function newSession(result: unknown, { client }: RequestContext): Readonly<Record<string, string>> {
  const { token } = result as { token?: string }
  return token === undefined ? {} : { 'set-cookie': sessionCookie(token, client.secure) }
}
