import { defineModule, type ModuleDefinition } from '../module.ts'
import { accountHandlers } from './account-handlers.ts'
import { accountWords } from './events.ts'
import { collectGrants, permissionsByRoles } from './grants.ts'
import { sessionHandlers } from './session-handlers.ts'
import { zoneDirectory } from './zones.ts'

/** Accounts, sessions and roles. Three administrators apart: one makes accounts, one says what they may do, one reads the log. */
const grants: NonNullable<ModuleDefinition['grants']> = {
  'access.read': ['admin', 'security'],
  'access.manage': ['admin'],
  'access.authorise': ['security'],
  'access.audit': ['audit'],
}

/** The platform's part for access, which tells a caller what all modules grant. `others` are the grants of everything else. */
export function accessPart(others: readonly ModuleDefinition[]): ModuleDefinition {
  const permissionsOf = permissionsByRoles(collectGrants([{ grants }, ...others]))
  const handlers = [...sessionHandlers({ zones: zoneDirectory(others), permissionsOf }), ...accountHandlers]
  return defineModule({ name: 'access', handlers, grants, journal: { 'access.account': accountWords } })
}
