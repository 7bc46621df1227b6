import type { Permission } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import { outsiders, type Role } from '../../kernel/role.ts'
import type { Caller } from '../module.ts'

/** A caller without an account: what is public, and nothing else. */
export const visitor: Caller = {
  accountId: null,
  name: '',
  roles: [],
  permissions: new Set(['public']),
  enterpriseId: null,
  personId: null,
}

/** Default deny, asked before the input is read: 401 for nobody, 403 for an account without the permission. */
export function authorise(caller: Caller, permission: Permission): void {
  if (caller.permissions.has(permission)) return
  throw caller.accountId === null ? signInNeeded() : notAllowed()
}

export function signInNeeded(): Problem {
  return new Problem('unauthenticated', 'access.sign_in_needed', { zh: '请先登录。', en: 'Sign in first.' })
}

/** For a permission that the caller's roles do not hold; also for a handler that asks a finer question than its endpoint. */
export function notAllowed(): Problem {
  return new Problem('forbidden', 'access.not_allowed', {
    zh: '您的角色不能办理此事；如确需办理，请联系安全管理员授权。',
    en: 'Your role may not do this. If you need to, ask the security administrator.',
  })
}

/** For an account whose password was given by somebody else. */
export function changePassword(): Problem {
  return new Problem('forbidden', 'access.change_password', {
    zh: '请先修改初始口令，再办理业务。',
    en: 'Change the initial password first.',
  })
}

/** For an account with a role that needs a second factor in this zone. */
export function secondFactorNeeded(): Problem {
  return new Problem('forbidden', 'access.second_factor_needed', {
    zh: '您的角色在本区必须启用两步验证：请先在“账号与登录安全”中设置。',
    en: 'Your role needs a second factor in this zone: set it up under “Account and sign-in” first.',
  })
}

/**
 * The one answer for what is not there for this caller: an address, a zone, a record that is absent, another zone's or another
 * enterprise's. All say the same, so that nobody learns what exists.
 */
export function notFound(): Problem {
  return new Problem('not_found', 'http.not_found', {
    zh: '没有这个地址。',
    en: 'There is nothing at this address.',
  })
}

/** Whether the caller acts for an enterprise, an intermediary or as a talent only: then every list and record is limited to its own. */
export function isOutsider({ roles }: Caller): boolean {
  const outside: readonly Role[] = outsiders
  return roles.length > 0 && roles.every((role) => outside.includes(role))
}
