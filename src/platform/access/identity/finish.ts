import { inZone } from '../../database.ts'
import { outsideOf } from '../../delivery/guard.ts'
import type { Database, RequestContext, ZoneDirectory, ZoneRef } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { visitor } from '../caller.ts'
import { nobody, recordEvent } from '../events.ts'
import { passSecondFactor } from '../factor/pass.ts'
import { findFactor } from '../factor/store.ts'
import { addressSubject, countAttempt, forgiveAttempt } from '../failures.ts'
import { findCaller } from '../find-caller.ts'
import { type OpenedBy, openSession } from '../sessions.ts'
import type { SignedIn } from '../sign-in.ts'
import { type AccountRecord, findById } from '../store.ts'
import { type Arrival, admit, refuseUnlessOpen, whomOf } from './admit.ts'
import { logged } from './begin.ts'
import { showsFactor } from './claims.ts'
import { refused } from './faults.ts'
import { endFlow, findOwing, oweCode, type TakenFlow, takeFlow } from './flows.ts'
import { oidcProvider } from './oidc.ts'
import { accessOf, findProvider, lockProvider, type ProviderRecord } from './store.ts'

export interface House {
  readonly context: RequestContext
  readonly zones: ZoneDirectory
}

export interface Finished {
  /** Null: a code of the second factor is owed, or an account has been linked. */
  readonly signedIn: SignedIn | null
  readonly back: string | null
  readonly linked: boolean
}

/**
 * Takes a browser in that comes back from a provider: its state once and in the browser that began, the token proven, then account, link, roles and
 * session in one transaction. Every attempt counts for its address, and loses its weight when it succeeds.
 */
export async function finish(db: Database, answer: string, house: House): Promise<Finished> {
  const { context, zones } = house
  const { now, client } = context
  const subject = addressSubject(client.address)
  await countAttempt(db, subject, now)
  const state = new URLSearchParams(answer).get('state') ?? ''
  const flow = await takeFlow(db, { state, browserHash: client.flowHash, now })
  const place = flow && (await placeOf(db, zones, flow))
  if (!flow || !place) {
    await recordEvent(db, context, { kind: 'provider_refused', about: nobody, detail: 'flow_over' })
    throw refused('flow_over')
  }
  let known: AccountRecord | undefined
  const about = () => known && aboutOf(known)
  const finished = await logged(db, context, { ...place, account: about }, async () => {
    const proof = await prove(place.provider, { flow, answer, state, context })
    const { invitation_hash: invitationHash, links_account: links } = flow
    if (links !== null) await refuseOther(db, context, links)
    const arrival: Arrival = { ...place, proof, invitationHash, links }
    const whom = await whomOf(db, arrival, now)
    known = whom?.account
    if (whom) await refuseUnlessOpen(db, whom, arrival)
    return inZone(db, place.zone.id, async (zoned) => {
      const provider = await lockProvider(zoned, place.zone.id, place.provider.id)
      if (!provider?.enabled) throw refused('gone')
      const account = await admit(zoned, context, { arrival, known: whom })
      return open(zoned, context, { arrival, account, flow })
    })
  })
  await forgiveAttempt(db, subject)
  return finished
}

async function placeOf(db: Database, zones: ZoneDirectory, { provider_zone: id, provider_id }: TakenFlow) {
  const zone = (await zones.list(db)).find((one) => one.id === id)
  const provider = zone && (await inZone(db, id, (zoned) => findProvider(zoned, id, provider_id)))
  return zone && provider ? { zone: { id: zone.id, code: zone.code }, provider } : undefined
}

interface Coming {
  readonly flow: TakenFlow
  readonly answer: string
  readonly state: string
  readonly context: RequestContext
}

function prove(provider: ProviderRecord, { flow, answer, state, context }: Coming) {
  if (!provider.enabled) throw refused('gone')
  const { redirect_uri: redirectUri, nonce, opened: verifier, created_at: startedAt } = flow
  const { now } = context
  const house = { outside: outsideOf(process.env), origin: new URL(redirectUri).origin, now }
  const wanted = ['name', 'preferred_username', 'email', ...(provider.groups_claim?.split('.').slice(0, 1) ?? [])]
  return oidcProvider(accessOf(provider), house).finish({
    ...{ redirectUri, state, nonce, verifier, answer, startedAt, now, wanted },
  })
}

/** Only who is still signed in as the account that asked is linked with who came back. */
async function refuseOther(db: Database, { client, now }: RequestContext, accountId: string): Promise<void> {
  const asked = { sessionHash: client.sessionHash, zone: null, now, permissionsOf: () => new Set<never>() }
  if ((await findCaller(db, asked)).caller.accountId !== accountId) throw refused('session_over')
}

interface Opening {
  readonly arrival: Arrival
  readonly account: AccountRecord
  readonly flow: TakenFlow
}

async function open(db: Database, context: RequestContext, { arrival, account, flow }: Opening): Promise<Finished> {
  const { zone, provider, proof, links } = arrival
  const { back, state_hash: stateHash } = flow
  if (links !== null) return { signedIn: null, back, linked: true }
  const factor = showsFactor(proof.claims, provider.factor_values)
  const own = await findFactor(db, account.id)
  // What a provider has seen counts in its own zone: whoever works in another one too shows the own code.
  const enough = factor && account.zones.every((id) => id === zone.id)
  if (own && own.confirmedAt !== null && !enough) {
    await oweCode(db, stateHash, { account: account.id, factor, ending: proof.ending, sid: proof.sid })
    return { signedIn: null, back, linked: false }
  }
  await endFlow(db, stateHash)
  const by = { zone: zone.id, provider: provider.id, factor, ending: proof.ending, sid: proof.sid }
  return { signedIn: await session(db, context, { account, by, name: provider.name }), back, linked: false }
}

async function session(
  db: Database,
  context: RequestContext,
  { account, by, name }: { readonly account: AccountRecord; readonly by: OpenedBy; readonly name: string },
): Promise<SignedIn> {
  const { now, client } = context
  const caller = { ...visitor, accountId: account.id, name: account.name }
  await recordEvent(db, { ...context, caller }, { kind: 'signed_in', about: aboutOf(account), detail: name })
  const opening = { accountId: account.id, now, replaces: client.sessionHash, from: client, by }
  return { account, ...(await openSession(db, opening)) }
}

/** The code that was owed, and with it the session. */
export async function showCode(db: Database, code: string, { context, zones }: House): Promise<SignedIn> {
  const { now, client } = context
  const flow = await findOwing(db, client.flowHash, now)
  const account = flow && (await findById(db, flow.account_id))
  const zone: ZoneRef | undefined = flow && (await zones.list(db)).find((one) => one.id === flow.provider_zone)
  if (!flow || !zone || !account || account.disabled_at !== null) throw refused('flow_over')
  await passSecondFactor(db, context, { account, code })
  return inZone(db, zone.id, async (zoned) => {
    const provider = await lockProvider(zoned, zone.id, flow.provider_id)
    if (!provider?.enabled || !(await endFlow(zoned, flow.state_hash))) throw refused('flow_over')
    const by = { zone: zone.id, provider: provider.id, factor: flow.factor, ending: flow.ending, sid: flow.sid }
    return session(zoned, context, { account, by, name: provider.name })
  })
}
