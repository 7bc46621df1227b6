import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { outsiders, type Role } from '../../../kernel/role.ts'
import type {} from '../../access/table.ts'
import type { Caller, Database } from '../../module.ts'
import type { Person } from '../contract/comments.ts'

export type PermissionsOf = (roles: readonly Role[]) => Caller['permissions']

const mostShown = 20

interface Asked {
  readonly zoneId: string
  readonly kind: AnyRecordKind
  readonly permissionsOf: PermissionsOf
}

/** Accounts inside the administration that can sign in and may read the kind: who may be named in a comment. */
async function readers(db: Database, { zoneId, kind, permissionsOf }: Asked): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('access.memberships as membership')
    .innerJoin('access.accounts as account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name', 'membership.roles'])
    .where('membership.zone_id', '=', zoneId)
    .where('membership.archived_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .orderBy('account.name')
    .execute()
  const outside: readonly Role[] = outsiders
  return rows
    .filter(({ roles }) => roles.some((role) => !outside.includes(role)) && permissionsOf(roles).has(kind.access.read))
    .map(({ id, name }) => ({ id, name }))
}

export async function findMentionable(db: Database, asked: Asked, words: string): Promise<Person[]> {
  const wanted = words.trim().toLowerCase()
  return (await readers(db, asked)).filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, mostShown)
}

/** Those of these accounts that may be named. */
export async function mentionedOf(db: Database, asked: Asked, ids: readonly string[]): Promise<Person[]> {
  return ids.length === 0 ? [] : (await readers(db, asked)).filter(({ id }) => ids.includes(id))
}

/** Names of accounts, also of those that have left. */
export async function namesOfAccounts(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('access.accounts').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
