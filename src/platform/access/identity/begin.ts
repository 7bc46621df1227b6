import { Problem } from '../../../kernel/problem.ts'
import { inZone } from '../../database.ts'
import { outsideOf } from '../../delivery/guard.ts'
import { publicOrigin } from '../../http/origin.ts'
import type { Database, RequestContext, ZoneDirectory, ZoneRef } from '../../module.ts'
import { nobody, recordEvent } from '../events.ts'
import { hashToken } from '../tokens.ts'
import { refused } from './faults.ts'
import { keepFlow, newWord } from './flows.ts'
import { findInvited } from './invitations.ts'
import { oidcProvider } from './oidc.ts'
import { accessOf, findProvider, type ProviderRecord } from './store.ts'

export interface Beginning {
  readonly zone: string
  readonly provider: string
  readonly back?: string | undefined
  readonly invitation?: string | undefined
  /** The account that is signed in and wants to be linked; null: somebody wants to sign in. */
  readonly links: string | null
}

/** Where people are sent back to after signing in; the pages have a route there. */
export const redirectUriOf = (origin: string) => `${origin}/sign-in/back`

/** Sends a browser off to a provider. The answer holds the cookie's token beside the address: it is for a header only. */
export async function begin(
  db: Database,
  asked: Beginning,
  { context, zones }: { readonly context: RequestContext; readonly zones: ZoneDirectory },
): Promise<{ readonly address: string; readonly browser: string }> {
  const zone = await zones.find(db, asked.zone)
  const provider = zone && (await inZone(db, zone.id, (zoned) => findProvider(zoned, zone.id, asked.provider)))
  if (!zone || !provider?.enabled) throw refused('gone')
  return logged(db, context, { zone, provider }, async () => {
    const { now } = context
    const invitationHash = asked.invitation === undefined ? null : hashToken(asked.invitation)
    if (invitationHash !== null) await refuseSpent(db, { zone, provider, hash: invitationHash, now })
    const origin = publicOrigin(context)
    const redirectUri = redirectUriOf(origin)
    const [state, nonce, verifier, browser] = [newWord(), newWord(), newWord(), newWord()]
    const house = { outside: outsideOf(process.env), origin, now }
    const address = await oidcProvider(accessOf(provider), house).begin({ redirectUri, state, nonce, verifier })
    const words = { state, nonce, verifier, browser, redirectUri, invitationHash }
    const { back = null, links } = asked
    await keepFlow(db, { ...words, zone: zone.id, provider: provider.id, back, links }, now)
    return { address, browser }
  })
}

async function refuseSpent(
  db: Database,
  { zone, provider, hash, now }: { zone: ZoneRef; provider: ProviderRecord; hash: string; now: Date },
): Promise<void> {
  const shown = { zone: zone.id, provider: provider.id, hash, now }
  const invited = await inZone(db, zone.id, (zoned) => findInvited(zoned, shown))
  if (invited === undefined) throw refused('invitation_over')
}

/** Work for somebody at a provider; when it is refused, the security log of the zone says why, with the account where one is known. */
export async function logged<T>(
  db: Database,
  context: RequestContext,
  { zone, provider, account }: { zone: ZoneRef; provider: ProviderRecord; account?: () => About | undefined },
  work: () => Promise<T>,
): Promise<T> {
  return work().catch(async (error: unknown) => {
    if (!(error instanceof Problem) || !error.code.startsWith('access.')) throw error
    const about = account?.() ?? { ...nobody, homeZone: zone.id }
    const why = [error.code.replace(/^access\.(provider_)?/, ''), error.details.why].filter(
      (word) => word !== undefined,
    )
    await recordEvent(db, context, { kind: 'provider_refused', about, detail: `${provider.name}: ${why.join(', ')}` })
    throw error
  })
}

type About = typeof nobody
