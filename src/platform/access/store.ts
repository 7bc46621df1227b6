import type { Selectable } from 'kysely'
import type { Database, ZoneRef } from '../module.ts'
import { notFound } from './caller.ts'
import type { Account } from './contract.ts'
import type { AccountRow, MembershipRow } from './table.ts'

export type AccountRecord = Selectable<AccountRow>
export type Membership = Selectable<MembershipRow>

export function findByLogin(db: Database, login: string): Promise<AccountRecord | undefined> {
  return db.selectFrom('access.accounts').selectAll().where('login', '=', login).executeTakeFirst()
}

export function findById(db: Database, id: string): Promise<AccountRecord | undefined> {
  return db.selectFrom('access.accounts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The membership of an account in a zone, whose context `db` has. */
export function findMembership(db: Database, zoneId: string, accountId: string): Promise<Membership | undefined> {
  return memberships(db, zoneId).where('account_id', '=', accountId).executeTakeFirst()
}

function memberships(db: Database, zoneId: string) {
  return db.selectFrom('access.memberships').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

/** Both sides of an account in a zone; 404 when the zone does not know it. */
export async function getMember(
  db: Database,
  zoneId: string,
  accountId: string,
): Promise<{ account: AccountRecord; membership: Membership }> {
  const membership = await findMembership(db, zoneId, accountId)
  const account = membership && (await findById(db, accountId))
  if (!account) throw notFound()
  return { account, membership }
}

/** All accounts of the zone, by login. */
export async function listMembers(db: Database, zone: ZoneRef): Promise<Account[]> {
  const known = await memberships(db, zone.id).execute()
  if (known.length === 0) return []
  const byAccount = new Map(known.map((membership) => [membership.account_id, membership]))
  const ids = [...byAccount.keys()]
  const rows = await db.selectFrom('access.accounts').selectAll().where('id', 'in', ids).orderBy('login').execute()
  return rows.flatMap((account) => {
    const membership = byAccount.get(account.id)
    return membership ? [accountOf(account, membership)] : []
  })
}

export function accountOf(account: AccountRecord, membership: Membership): Account {
  return {
    id: account.id,
    login: account.login,
    name: account.name,
    roles: membership.roles,
    enterpriseId: membership.enterprise_id,
    personId: membership.person_id,
    version: membership.version,
    mustChange: account.must_change,
    demo: account.demo,
    disabledAt: account.disabled_at?.toISOString() ?? null,
    home: account.home_zone === membership.zone_id,
  }
}
