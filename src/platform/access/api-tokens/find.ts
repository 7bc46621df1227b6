import type { Permission } from '../../../kernel/endpoint.ts'
import { inZone } from '../../database.ts'
import type { Database, ZoneRef } from '../../module.ts'
import type { CallerQuestion, Found } from '../find-caller.ts'
import type {} from '../table.ts'

const touchEveryMs = 60_000

type TokenQuestion = Pick<CallerQuestion, 'now' | 'permissionsOf'> & {
  readonly tokenHash: string
  readonly zone: ZoneRef
}

/**
 * Who holds a token, in one query at every request: its account as it is now, with those of its permissions that the token was given.
 * Undefined when it is unknown, revoked or expired, or when its account is disabled or has left the zone.
 */
export async function findByToken(db: Database, question: TokenQuestion): Promise<Found | undefined> {
  const row = await findRow(db, question)
  if (!row) return undefined
  const { scopes, roles, used_at: usedAt } = row
  const held = question.permissionsOf(roles)
  const permissions = new Set<Permission>(['public', ...[...held].filter((permission) => scopes.includes(permission))])
  return {
    caller: {
      accountId: row.account_id,
      name: `${row.account_name} (${row.token_name})`,
      ...{ roles, permissions: row.must_change ? new Set<Permission>(['public']) : permissions },
      ...{ enterpriseId: row.enterprise_id, personId: row.person_id },
    },
    mustChange: row.must_change,
    // A token is made by who is signed in, with the second factor where one is asked for.
    factorMissing: false,
    stale: usedAt === null || question.now.getTime() - usedAt.getTime() >= touchEveryMs,
    tokenId: row.token_id,
  }
}

function findRow(db: Database, { tokenHash, zone, now }: TokenQuestion) {
  return db
    .selectFrom('access.tokens as token')
    .innerJoin('access.accounts as account', 'account.id', 'token.account_id')
    .innerJoin('access.memberships as member', (join) =>
      join.onRef('member.zone_id', '=', 'token.zone_id').onRef('member.account_id', '=', 'token.account_id'),
    )
    .select(['token.id as token_id', 'token.name as token_name', 'token.scopes', 'token.used_at', 'token.account_id'])
    .select(['account.name as account_name', 'account.must_change'])
    .select(['member.roles', 'member.enterprise_id', 'member.person_id'])
    .where('token.zone_id', '=', zone.id)
    .where('member.zone_id', '=', zone.id)
    .where('token.token_hash', '=', tokenHash)
    .where('token.archived_at', 'is', null)
    .where('token.expires_at', '>', now)
    .where('member.archived_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Marks a token as used. */
export async function touchToken(db: Database, zone: ZoneRef, { id, now }: { id: string; now: Date }): Promise<void> {
  await inZone(db, zone.id, (zoned) =>
    zoned
      .updateTable('access.tokens')
      .set({ used_at: now })
      .where('zone_id', '=', zone.id)
      .where('id', '=', id)
      .execute(),
  )
}
