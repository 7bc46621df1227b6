import { sql } from 'kysely'
import type { Permission } from '../../kernel/endpoint.ts'
import type { Role } from '../../kernel/role.ts'
import type { Caller, Database, ZoneRef } from '../module.ts'
import { visitor } from './caller.ts'
import type { KnownCallers } from './known-callers.ts'
import { factorRolesOf } from './rules/undecided.ts'
import type {} from './table.ts'

export const idleMs = 30 * 60_000
const touchEveryMs = 60_000

/** Who holds a session, as one query found it. */
export interface Found {
  readonly caller: Caller
  /** The account's password was given by somebody else: nothing but changing it is allowed. */
  readonly mustChange: boolean
  /** A role of it needs a second factor in this zone, and the account has none: nothing is allowed there. */
  readonly factorMissing: boolean
  /** A minute or more has passed since the session was last marked as seen. */
  readonly stale: boolean
  /** Of a caller with an API token instead of a session. */
  readonly tokenId?: string
}

export interface CallerQuestion {
  readonly sessionHash: string | null
  /** Null outside zones. With a zone, `db` must have its context. */
  readonly zone: ZoneRef | null
  readonly now: Date
  readonly permissionsOf: (roles: readonly Role[]) => ReadonlySet<Permission>
  /** What was found within the last moment; without it the database is asked. */
  readonly known?: KnownCallers<CallerRow>
}

export const nobody: Found = { caller: visitor, mustChange: false, factorMissing: false, stale: false }
const accountOnly: ReadonlySet<Permission> = new Set<Permission>(['public', 'account'])

/**
 * Session, account and membership, asked in one query and believed for half a second at most: an account that is disabled or loses a role is
 * out at once where that was done, and on every other node within that time. How long the session may last is asked of every request's own
 * clock. A visitor when the session is unknown, idle for 30 minutes, 12 hours old, or its account disabled.
 */
export async function findCaller(db: Database, asked: CallerQuestion): Promise<Found> {
  const { sessionHash, now } = asked
  if (sessionHash === null) return nobody
  const row = await knownRow(db, { ...asked, sessionHash })
  if (!row) return nobody
  const roles = row.roles ?? []
  const needing = asked.zone === null ? [] : factorRolesOf(row.factor_roles)
  const caller: Caller = {
    accountId: row.id,
    name: row.name,
    roles,
    permissions: row.must_change || roles.length === 0 ? accountOnly : asked.permissionsOf(roles),
    enterpriseId: row.enterprise_id,
    personId: row.person_id,
  }
  return {
    ...{ caller, mustChange: row.must_change, stale: now.getTime() - row.seen_at.getTime() >= touchEveryMs },
    factorMissing: !factorShown(row, asked.zone) && roles.some((role) => needing.includes(role)),
  }
}

/** As the database tells it. */
export interface CallerRow {
  readonly id: string
  readonly name: string
  readonly must_change: boolean
  readonly seen_at: Date
  readonly expires_at: Date
  readonly roles: Role[] | null
  readonly enterprise_id: string | null
  readonly person_id: string | null
  readonly factor_roles: Role[] | null
  readonly confirmed_at: Date | null
  readonly factor_zone: string | null
}

/** The own one; or, in the zone that trusts it for that, one that a provider of identities saw at this session's sign-in. */
function factorShown(row: Pick<CallerRow, 'confirmed_at' | 'factor_zone'>, zone: ZoneRef | null): boolean {
  return row.confirmed_at !== null || (zone !== null && row.factor_zone === zone.id)
}

type Sessioned = CallerQuestion & { readonly sessionHash: string }

async function knownRow(db: Database, asked: Sessioned): Promise<CallerRow | undefined> {
  const { known, sessionHash, zone, now } = asked
  if (!known || zone === null) return findRow(db, asked)
  const key = `${sessionHash} ${zone.id}`
  const kept = known.get(key)
  // One that seems to have ended is asked for again: another node may have seen it in use.
  if (kept && kept.expires_at > now && now.getTime() - kept.seen_at.getTime() < idleMs) return kept
  const asking = known.asking()
  const row = await findRow(db, asked)
  if (row) known.keep(key, row, asking)
  return row
}

/** Written out, not built: it runs at every request, and building it costs more than PostgreSQL takes to answer it. */
async function findRow(db: Database, { sessionHash, zone, now }: Sessioned) {
  const zoneId = zone?.id ?? null
  const { rows } =
    await sql<CallerRow>`select account.id, account.name, account.must_change, session.seen_at, session.expires_at,
      member.roles, member.enterprise_id, member.person_id, rule.factor_roles, factor.confirmed_at, session.factor_zone
    from access.sessions session
    join access.accounts account on account.id = session.account_id
    left join access.memberships member on member.zone_id = ${zoneId} and member.account_id = account.id and member.archived_at is null
    left join access.sign_in_rules rule on rule.zone_id = ${zoneId} and rule.archived_at is null
    left join access.second_factors factor on factor.account_id = account.id
    where session.token_hash = ${sessionHash} and session.expires_at > ${now}
      and session.seen_at > ${new Date(now.getTime() - idleMs)} and account.disabled_at is null`.execute(db)
  return rows[0]
}

/** Marks the session as used, so that its idle time starts anew. */
export async function touchSession(db: Database, sessionHash: string, now: Date): Promise<void> {
  await db
    .updateTable('access.sessions')
    .set({ seen_at: now })
    .where('token_hash', '=', sessionHash)
    .where('seen_at', '<', now)
    .execute()
}
