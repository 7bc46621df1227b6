import type { Caller, Database, ZoneRef } from '../module.ts'
import { changePassword, signInNeeded } from './caller.ts'
import { getMember } from './store.ts'

interface Question {
  readonly zone: ZoneRef
  readonly accountId: string
  /** Said behind the account's name in the journal: who really sat there. */
  readonly through?: string | undefined
  readonly permissionsOf: (roles: Caller['roles']) => Caller['permissions']
}

/** An account as the caller of this moment: its roles as they are now, refused when it is disabled or has no password of its own. */
export async function memberCaller(
  db: Database,
  { zone, accountId, through, permissionsOf }: Question,
): Promise<Caller> {
  const { account, membership } = await getMember(db, zone.id, accountId)
  if (account.disabled_at !== null) throw signInNeeded()
  if (account.must_change) throw changePassword()
  return {
    accountId,
    name: through === undefined ? account.name : `${account.name} (${through})`,
    roles: membership.roles,
    permissions: permissionsOf(membership.roles),
    enterpriseId: membership.enterprise_id,
    personId: membership.person_id,
  }
}
