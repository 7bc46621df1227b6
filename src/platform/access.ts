import type { Permission } from '../kernel/endpoint.ts'
import { Problem } from '../kernel/problem.ts'

/** Who asks: nobody that the platform knows. */
export interface Caller {
  readonly permissions: ReadonlySet<Permission>
}

/** A caller without an account: what is public, and nothing else. */
export const visitor: Caller = { permissions: new Set(['public']) }

/** Default deny: what is not public needs an account that holds the permission. Asked before the input is read. */
export function authorise(caller: Caller, permission: Permission): void {
  if (caller.permissions.has(permission)) return
  throw new Problem('unauthenticated', 'access.sign_in_needed', {
    zh: '请先登录。',
    en: 'Sign in first.',
  })
}
