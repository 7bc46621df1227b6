import { createHash } from 'node:crypto'
import { Problem } from '../../../kernel/problem.ts'
import { inZone } from '../../database.ts'
import { outsideOf } from '../../delivery/guard.ts'
import { reach } from '../../delivery/reach.ts'
import type { Database, RequestContext, ZoneDirectory, ZoneRef } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { visitor } from '../caller.ts'
import { nobody, recordAct, recordEvent } from '../events.ts'
import { endSessionsAt } from '../sessions.ts'
import { findById } from '../store.ts'
import { findIdentity } from './identities.ts'
import { configurationOf } from './known.ts'
import { isSignedBy, longestSeconds, readSignOut, type SignOutToken, signOutFlaw } from './sign-out-token.ts'
import { accessOf, findProvider, type ProviderRecord } from './store.ts'

interface Told {
  readonly zone: string
  readonly provider: string
  readonly logout_token: string
}

/** A provider tells that somebody has signed out there: the sessions that it opened for them are over at their next request. */
export async function hearSignOut(
  db: Database,
  { zone: code, provider: id, logout_token: token }: Told,
  { context, zones }: { readonly context: RequestContext; readonly zones: ZoneDirectory },
): Promise<void> {
  const zone = await zones.find(db, code)
  const provider = zone && (await inZone(db, zone.id, (zoned) => findProvider(zoned, zone.id, id)))
  if (!zone || !provider?.enabled) throw unproven()
  const proven = await prove(provider, token, context.now)
  const flaw = typeof proven === 'string' ? proven : await end(db, context, { zone, provider, proven })
  if (flaw === null) return
  const detail = `${provider.name}: sign_out, ${flaw}`
  await recordEvent(db, context, { kind: 'provider_refused', about: { ...nobody, homeZone: zone.id }, detail })
  throw unproven()
}

async function prove(provider: ProviderRecord, token: string, now: Date): Promise<SignOutToken | string> {
  const read = readSignOut(token)
  if (!read) return 'no_token'
  const access = accessOf(provider)
  const outside = outsideOf(process.env)
  try {
    const { issuer, jwks_uri: place } = (await configurationOf(access, outside, now)).serverMetadata()
    // What is wrong in what it says costs no question to the provider.
    const flaw = signOutFlaw(read, { issuer, clientId: access.clientId, unmarked: provider.unmarked_sign_outs, now })
    if (flaw !== null) return flaw
    const asked = { method: 'GET', headers: { accept: 'application/json' }, body: '' } as const
    const { body } = await reach(new URL(place ?? ''), asked, outside)
    return isSignedBy(read, JSON.parse(body)) ? read : 'wrong_signature'
  } catch {
    return 'unreachable'
  }
}

interface Ending {
  readonly zone: ZoneRef
  readonly provider: ProviderRecord
  readonly proven: SignOutToken
}

/** Null: done. A token that is heeded and the sessions that it ends are one transaction. */
function end(db: Database, context: RequestContext, { zone, provider, proven }: Ending): Promise<string | null> {
  const { iss: issuer, jti, sub, sid = null } = proven.claims
  const { now } = context
  return inZone(db, zone.id, async (zoned) => {
    const heard = await zoned
      .insertInto('access.heard_sign_outs')
      .values({
        digest: createHash('sha256')
          .update(JSON.stringify([provider.id, issuer, jti]))
          .digest('hex'),
        expires_at: new Date(now.getTime() + 2 * longestSeconds * 1_000),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('digest')
      .executeTakeFirst()
    if (!heard) return 'heard_before'
    const identity = sub === undefined ? undefined : await findIdentity(zoned, provider, { issuer, subject: sub })
    // Whom nobody here knows has no session here.
    if (sub !== undefined && !identity) return null
    const whose = { provider: provider.id, sid, account: identity?.account_id ?? null }
    const asProvider = { ...context, zone, caller: { ...visitor, name: provider.name } }
    for (const accountId of await endSessionsAt(zoned, whose)) {
      const account = await findById(zoned, accountId)
      if (!account) continue
      await recordAct(zoned, asProvider, { kind: 'sessions_ended', about: aboutOf(account), detail: provider.name })
    }
    return null
  })
}

/** One sentence for every flaw: which it was stands in the security log. */
const unproven = () =>
  new Problem('invalid_input', 'access.sign_out_unproven', {
    zh: '退出通知无法核实，未结束任何登录。',
    en: 'The notice of a sign-out cannot be verified: no session was ended.',
  })
