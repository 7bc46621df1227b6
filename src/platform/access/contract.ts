import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { roles } from '../../kernel/role.ts'

/** Shortest password; `luodi-demo` is exactly this long. */
export const minPasswordLength = 10
const maxPasswordLength = 200

const zoneName = z.object({ zh: z.string(), en: z.string() })
const password = z.string().max(maxPasswordLength)
export const Role = z.enum(roles)

/** Who is signed in, and what the account may do in each of its zones. */
export const Session = z.object({
  account: z.object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    /** The password was given by somebody else: only changing it is possible. */
    mustChange: z.boolean(),
    demo: z.boolean(),
  }),
  zones: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: zoneName,
      roles: z.array(Role),
      /** Sorted; what a button asks before it shows. */
      permissions: z.array(z.string()),
      enterpriseId: z.string().nullable(),
      personId: z.string().nullable(),
    }),
  ),
  /** When this session ends at the latest, ISO 8601; without use it ends after 30 minutes. */
  endsAt: z.string(),
})
export type Session = z.infer<typeof Session>

/** An account as the administrators of a zone see it. */
export const Account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  enterpriseId: z.string().nullable(),
  personId: z.string().nullable(),
  /** Of the roles: sent back when they are changed. */
  version: z.number().int(),
  mustChange: z.boolean(),
  demo: z.boolean(),
  disabledAt: z.string().nullable(),
  /** Made in this zone, so that this zone's administrator disables it and resets its password. */
  home: z.boolean(),
})
export type Account = z.infer<typeof Account>

export const signIn = endpoint({
  name: 'access.signIn',
  method: 'POST',
  path: '/api/session',
  permission: 'public',
  effect: 'write',
  summary: { zh: '登录', en: 'Sign in' },
  input: z.object({
    login: z.string().max(100),
    password,
    /** Of an account with a second factor: six digits of the authenticator, or a recovery code. */
    code: z.string().trim().max(20).optional(),
  }),
  output: Session,
})

export const whoAmI = endpoint({
  name: 'access.whoAmI',
  method: 'GET',
  path: '/api/session',
  permission: 'account',
  effect: 'read',
  summary: { zh: '当前账号、所在开发区与权限', en: 'Who is signed in, with zones and permissions' },
  input: z.object({}),
  output: Session,
})

export const signOut = endpoint({
  name: 'access.signOut',
  method: 'DELETE',
  path: '/api/session',
  permission: 'account',
  effect: 'write',
  summary: { zh: '退出登录', en: 'Sign out' },
  input: z.object({}),
  output: z.object({
    /** Of a session by a provider of identities: where the browser goes to sign out there too. */
    address: z.string().nullable(),
  }),
})

export const changePassword = endpoint({
  name: 'access.changePassword',
  method: 'POST',
  path: '/api/session/password',
  permission: 'account',
  effect: 'write',
  summary: { zh: '修改自己的口令；其他登录随之失效', en: 'Change the own password; other sessions end' },
  input: z.object({ current: password, next: password }),
  output: Session,
})
