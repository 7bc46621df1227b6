import { administratorsAmong } from '../../../kernel/role.ts'
import { inZone } from '../../database.ts'
import type { Database, RequestContext, ZoneRef } from '../../module.ts'
import { dropInitialPassword, insertAccount } from '../accounts.ts'
import { visitor } from '../caller.ts'
import { noStanding, setStanding } from '../memberships.ts'
import { endSessionsOf } from '../sessions.ts'
import { type AccountRecord, findById, findByLogin, findMembership } from '../store.ts'
import { isOfDomain, type Person, personOf } from './claims.ts'
import { refused } from './faults.ts'
import { findIdentity, type IdentityRecord, keepGiven, linkIdentity } from './identities.ts'
import { findInvited, takeInvitation } from './invitations.ts'
import { loginsFor } from './logins.ts'
import { rolesAfter, rolesOfGroups } from './mapping.ts'
import type { Proof } from './port.ts'
import type { ProviderRecord } from './store.ts'

/** Somebody at the door: known to a provider, and by what way they may have an account here. */
export interface Arrival {
  readonly zone: ZoneRef
  readonly provider: ProviderRecord
  readonly proof: Proof
  readonly invitationHash: string | null
  /** The account that is signed in and asked to be linked. */
  readonly links: string | null
}

/** By what an arrival is an account's: linked before, asked by its owner, invited, or by an e-mail that is its login. */
export interface Whom {
  readonly account: AccountRecord
  readonly by: 'identity' | 'owner' | 'invitation' | 'mail'
}

/** The account that an arrival is, as far as there is one yet. */
export async function whomOf(db: Database, arrival: Arrival, now: Date): Promise<Whom | undefined> {
  const { zone, provider, proof, invitationHash, links } = arrival
  const identity = await inZone(db, zone.id, (zoned) => findIdentity(zoned, provider, proof))
  if (links !== null) {
    if (identity) throw refused('taken')
    return whom(await findById(db, links), 'owner')
  }
  if (invitationHash !== null) {
    const shown = { zone: zone.id, provider: provider.id, hash: invitationHash, now }
    const invited = await inZone(db, zone.id, (zoned) => findInvited(zoned, shown))
    if (invited === undefined) throw refused('invitation_over')
    if (identity) throw refused('taken')
    return whom(await findById(db, invited), 'invitation')
  }
  if (identity) return whom(await findById(db, identity.account_id), 'identity')
  const { mail } = personOf(proof.claims, null)
  if (!provider.links_by_mail || mail === null) return undefined
  return whom(await findByLogin(db, mail), 'mail')
}

function whom(account: AccountRecord | undefined, by: Whom['by']): Whom | undefined {
  return account && { account, by }
}

/**
 * Whether the account may be entered in this way. A provider opens accounts of its own zone only, and those of the three administrators only where that
 * was ticked, for its own zone, and when the administrator linked it: nobody else's invitation or e-mail makes a way in.
 */
export async function refuseUnlessOpen(
  db: Database,
  { account, by }: Whom,
  { zone, provider }: Pick<Arrival, 'zone' | 'provider'>,
): Promise<void> {
  if (account.disabled_at !== null) throw refused('disabled')
  if (account.home_zone !== zone.id) throw refused('other_home')
  for (const id of account.zones) {
    const member = await inZone(db, id, (zoned) => findMembership(zoned, id, account.id))
    if (administratorsAmong(member?.roles ?? []).length === 0) continue
    const ticked = id === zone.id && provider.administrators && (by === 'identity' || by === 'owner')
    if (!ticked) throw refused('administrator')
  }
}

/** Lets an arrival in, in the zone's transaction with its provider locked: account, link, and the roles that its groups give now. */
export async function admit(
  db: Database,
  context: RequestContext,
  { arrival, known }: { readonly arrival: Arrival; readonly known: Whom | undefined },
): Promise<AccountRecord> {
  const { zone, provider, proof, links } = arrival
  const person = personOf(proof.claims, provider.groups_claim)
  if (!isOfDomain(person.mail, provider.domains)) throw refused('closed_domain')
  const asProvider = { ...context, zone, caller: { ...visitor, name: provider.name } }
  const before = await findIdentity(db, provider, proof)
  if (before && links !== null) throw refused('taken')
  const account = before
    ? await linkedAccount(db, { arrival, known, id: before.account_id })
    : (known?.account ?? (await makeAccount(db, asProvider, { arrival, person })))
  if (arrival.invitationHash !== null) await spend(db, arrival, context.now)
  const asOwner = {
    ...asProvider,
    caller: { ...visitor, accountId: account.id, name: `${account.name} (${provider.name})` },
  }
  const { issuer, subject } = proof
  const identity = before ?? (await linkIdentity(db, asOwner, { provider, account, issuer, subject }))
  if (links !== null) return account
  await follow(db, asProvider, { provider, account, identity, person })
  return account.must_change ? dropInitialPassword(db, asOwner, account) : account
}

/** The account of a link. One that was made since it was looked for, by a twin of this request, is looked at here. */
async function linkedAccount(
  db: Database,
  { arrival, known, id }: { readonly arrival: Arrival; readonly known: Whom | undefined; readonly id: string },
): Promise<AccountRecord> {
  if (known?.account.id === id) return known.account
  const account = await findById(db, id)
  if (!account || account.zones.some((zone) => zone !== arrival.zone.id)) throw refused('flow_over')
  await refuseUnlessOpen(db, { account, by: 'identity' }, arrival)
  return account
}

async function spend(db: Database, { zone, provider, invitationHash }: Arrival, now: Date): Promise<void> {
  const shown = { zone: zone.id, provider: provider.id, hash: invitationHash ?? '', now }
  if (!(await takeInvitation(db, shown))) throw refused('invitation_over')
}

type Within = RequestContext & { readonly zone: ZoneRef }

/** For who comes for the first time, where the provider's record allows it. No password opens it. */
async function makeAccount(
  db: Database,
  context: Within,
  { arrival, person }: { readonly arrival: Arrival; readonly person: Person },
): Promise<AccountRecord> {
  const { zone, provider, proof } = arrival
  if (!provider.makes_accounts) throw refused('no_account')
  const mapping = provider.role_groups
  if (mapping.length > 0 && rolesOfGroups(person.groups, mapping).length === 0) throw refused('no_group')
  const given = { hash: null, mustChange: false, demo: false, homeZone: zone.id }
  for (const login of loginsFor(person, { subject: proof.subject, zone: zone.code })) {
    const name = person.name ?? person.nick ?? login
    const account = await insertAccount(db, context, { ...given, login, name })
    if (!account) continue
    await setStanding(db, context, { zone, account, standing: noStanding })
    return { ...account, zones: [zone.id] }
  }
  throw refused('taken')
}

interface Following {
  readonly provider: ProviderRecord
  readonly account: AccountRecord
  readonly identity: IdentityRecord
  readonly person: Person
}

/** Roles follow the groups; whoever loses one is signed out everywhere else. */
async function follow(
  db: Database,
  context: Within,
  { provider, account, identity, person }: Following,
): Promise<void> {
  const { zone } = context
  const member = await findMembership(db, zone.id, account.id)
  const held = member?.roles ?? []
  const mapped = rolesOfGroups(person.groups, provider.role_groups)
  const after = rolesAfter({ held, given: identity.given_roles, mapped, follow: provider.roles_follow })
  const same = after.roles.length === held.length && after.lost.length === 0
  if (!same) {
    const { enterprise_id: enterpriseId = null, person_id: personId = null } = member ?? {}
    await setStanding(db, context, { zone, account, standing: { roles: after.roles, enterpriseId, personId } })
  }
  if (after.lost.length > 0) await endSessionsOf(db, account.id)
  await keepGiven(db, context, { identity, given: after.given })
}
