import type { GrantedPermission, Permission } from '../../kernel/endpoint.ts'
import type { Role } from '../../kernel/role.ts'
import type { ModuleDefinition } from '../module.ts'

/** Every granted permission with the roles that hold it, over all modules. */
export type Grants = ReadonlyMap<GrantedPermission, ReadonlySet<Role>>

/** Collects the grants of all modules; grants of one permission from several places add up. */
export function collectGrants(modules: readonly Pick<ModuleDefinition, 'grants'>[]): Grants {
  const grants = new Map<GrantedPermission, Set<Role>>()
  for (const module of modules) {
    for (const [permission, holders] of Object.entries(module.grants ?? {})) {
      const known = grants.get(permission as GrantedPermission) ?? new Set()
      for (const role of holders) known.add(role)
      grants.set(permission as GrantedPermission, known)
    }
  }
  return grants
}

/** What an account with these roles may do in its zone. Kept for each combination of roles: there are few. */
export function permissionsByRoles(grants: Grants): (roles: readonly Role[]) => ReadonlySet<Permission> {
  const kept = new Map<string, ReadonlySet<Permission>>()
  return (roles) => {
    const key = [...roles].sort().join()
    const known = kept.get(key)
    if (known) return known
    const granted = [...grants].filter(([, holders]) => roles.some((role) => holders.has(role)))
    const permissions = new Set<Permission>(['public', 'account', ...granted.map(([permission]) => permission)])
    kept.set(key, permissions)
    return permissions
  }
}
