import type { Role } from '../../../kernel/role.ts'

/** What each role opens first, the best first; a page that this installation does not have is passed over. */
const firstPages: Readonly<Record<Role, readonly string[]>> = {
  leader: ['/today', '/figures', '/inbox'],
  officer: ['/inbox'],
  agent: ['/phone', '/projects'],
  promoter: ['/leads', '/projects'],
  operator: ['/space', '/projects'],
  enterprise: ['/my'],
  intermediary: ['/assignments', '/guide'],
  talent: ['/guide'],
  supervisor: ['/supervision', '/today', '/figures', '/admin'],
  admin: ['/admin'],
  security: ['/admin'],
  audit: ['/admin'],
}

/** Every role can open this one. */
export const lastResort = '/records'

/** The first page of an account by its roles in the zone, in the order in which they were given. */
export function firstPage(roles: readonly Role[], exists: (path: string) => boolean): string {
  return roles.flatMap((role) => firstPages[role]).find(exists) ?? lastResort
}
