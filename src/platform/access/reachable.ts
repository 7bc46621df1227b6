import type { Role } from '../../kernel/role.ts'
import type { Database } from '../module.ts'
import type {} from './table.ts'

/** Who is asked for: an account, or all accounts of a person of the zone. */
export type Asked = { readonly accountId: string } | { readonly personId: string }

/**
 * An account of the zone that can sign in, for this account or person; undefined when there is none: it left, was disabled, or the person
 * never had one. Needs the zone's context.
 */
export async function findReachable(
  db: Database,
  zoneId: string,
  asked: Asked,
): Promise<{ readonly accountId: string; readonly personId: string | null } | undefined> {
  const [column, id] =
    'accountId' in asked ? (['account_id', asked.accountId] as const) : (['person_id', asked.personId] as const)
  const row = await db
    .selectFrom('access.memberships as membership')
    .innerJoin('access.accounts as account', 'account.id', 'membership.account_id')
    .select(['membership.account_id', 'membership.person_id'])
    .where('membership.zone_id', '=', zoneId)
    .where('membership.archived_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where(`membership.${column}`, '=', id)
    .orderBy('membership.id')
    .limit(1)
    .executeTakeFirst()
  return row && { accountId: row.account_id, personId: row.person_id }
}

/** The people of the zone who have an account with one of these roles that can sign in, and that account. Needs the zone's context. */
export async function reachablePeople(
  db: Database,
  zoneId: string,
  roles: readonly Role[],
): Promise<readonly { readonly personId: string; readonly accountId: string }[]> {
  const rows = await db
    .selectFrom('access.memberships as membership')
    .innerJoin('access.accounts as account', 'account.id', 'membership.account_id')
    .select(['membership.person_id', 'membership.account_id', 'membership.roles'])
    .where('membership.zone_id', '=', zoneId)
    .where('membership.archived_at', 'is', null)
    .where('membership.person_id', 'is not', null)
    .where('account.disabled_at', 'is', null)
    .orderBy('membership.id')
    .execute()
  return rows.flatMap(({ person_id: personId, account_id: accountId, roles: held }) =>
    personId !== null && held.some((role) => roles.includes(role)) ? [{ personId, accountId }] : [],
  )
}
