import type { Selectable } from 'kysely'
import type { Role } from '../../../kernel/role.ts'
import { inZone } from '../../database.ts'
import { newId } from '../../ids.ts'
import { actorOf, zoneOf } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { type EventContext, recordAct } from '../events.ts'
import type { AccountRecord } from '../store.ts'
import { refused } from './faults.ts'
import type { ProviderRecord } from './store.ts'
import type { IdentityRow } from './table.ts'

export type IdentityRecord = Selectable<IdentityRow>

export function identitiesIn(db: Database, zoneId: string) {
  return db.selectFrom('access.identities').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

/** The account that a person is linked with: by provider, issuer and subject, never by a name or an e-mail. */
export function findIdentity(
  db: Database,
  { zone_id, id }: ProviderRecord,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<IdentityRecord | undefined> {
  return identitiesIn(db, zone_id)
    .where('provider_id', '=', id)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

interface Link {
  readonly provider: ProviderRecord
  readonly account: AccountRecord
  readonly issuer: string
  readonly subject: string
}

/** Links an account with a person of a provider; refused when either is linked there already. */
export async function linkIdentity(
  db: Database,
  context: EventContext,
  { provider, account, issuer, subject }: Link,
): Promise<IdentityRecord> {
  const { now } = context
  const by = actorOf(context)
  const row = await db
    .insertInto('access.identities')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, created_at: now, created_by: by },
      ...{ updated_at: now, updated_by: by, archived_at: null, provider_id: provider.id, account_id: account.id },
      ...{ issuer, subject, given_roles: [], used_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw refused('taken')
  const told = { kind: 'identity_linked', about: aboutOf(account), detail: provider.name } as const
  await recordAct(db, context, { ...told, after: { provider: provider.name, issuer } })
  return row
}

/** Marks an identity as used, with the roles that its groups have given. */
export async function keepGiven(
  db: Database,
  context: EventContext,
  { identity, given }: { readonly identity: IdentityRecord; readonly given: readonly Role[] },
): Promise<void> {
  const { now } = context
  await db
    .updateTable('access.identities')
    .set((eb) => ({
      ...{ given_roles: [...given], used_at: now, updated_at: now, updated_by: actorOf(context) },
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', identity.zone_id)
    .where('id', '=', identity.id)
    .execute()
}

/** Ends a link; the roles that came from groups stay, for the security administrator to take. */
export async function unlinkIdentity(
  db: Database,
  context: EventContext,
  { identity, account, provider }: { identity: IdentityRecord; account: AccountRecord; provider: string },
): Promise<void> {
  const { now } = context
  await db
    .updateTable('access.identities')
    .set((eb) => ({
      ...{ archived_at: now, updated_at: now, updated_by: actorOf(context) },
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', identity.zone_id)
    .where('id', '=', identity.id)
    .execute()
  await recordAct(db, context, {
    ...{ kind: 'identity_unlinked', about: aboutOf(account), detail: provider, before: { provider } },
  })
}

/** How a provider knows a person is personal too: the links of an account that is erased end, and nobody's subject stands in them. */
export async function eraseIdentities(db: Database, zoneId: string, { id, now }: { id: string; now: Date }) {
  await inZone(db, zoneId, (zoned) =>
    zoned
      .updateTable('access.identities')
      .set((eb) => ({ subject: 'erased', archived_at: now, updated_at: now, version: eb('version', '+', 1) }))
      .where('zone_id', '=', zoneId)
      .where('account_id', '=', id)
      .execute(),
  )
}
