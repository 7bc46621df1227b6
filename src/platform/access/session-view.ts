import type { Permission } from '../../kernel/endpoint.ts'
import type { Role } from '../../kernel/role.ts'
import { inZone } from '../database.ts'
import type { Database, ZoneDirectory } from '../module.ts'
import type { Session } from './contract.ts'
import { type AccountRecord, findMembership } from './store.ts'

/** What this part needs of the whole: the zones, and what roles may do. */
export interface AccessOptions {
  readonly zones: ZoneDirectory
  readonly permissionsOf: (roles: readonly Role[]) => ReadonlySet<Permission>
}

/** The account with each of its zones, for the one who holds it. */
export async function viewSession(
  db: Database,
  { account, endsAt }: { account: AccountRecord; endsAt: Date },
  options: AccessOptions,
): Promise<Session> {
  const all = await options.zones.list(db)
  const zones: Session['zones'] = []
  for (const { id, code, name } of all.filter((zone) => account.zones.includes(zone.id))) {
    const membership = await inZone(db, id, (zoned) => findMembership(zoned, id, account.id))
    if (!membership || membership.roles.length === 0) continue
    const { roles, enterprise_id: enterpriseId, person_id: personId } = membership
    const permissions = [...options.permissionsOf(roles)].sort()
    zones.push({ id, code, name, roles, permissions, enterpriseId, personId })
  }
  const { id, login, name, must_change: mustChange, demo } = account
  return { account: { id, login, name, mustChange, demo }, zones, endsAt: endsAt.toISOString() }
}
