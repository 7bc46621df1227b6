import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Account, Role } from '../contract.ts'

const zone = z.string()
const one = z.object({ zone, id: z.uuid() })
const base = '/api/zones/:zone/accounts'

export const listAccounts = endpoint({
  name: 'access.listAccounts',
  method: 'GET',
  path: base,
  permission: 'access.read',
  effect: 'read',
  summary: { zh: '本区账号', en: 'Accounts of the zone' },
  input: z.object({ zone }),
  output: z.object({ accounts: z.array(Account) }),
})

export const createAccount = endpoint({
  name: 'access.createAccount',
  method: 'POST',
  path: base,
  permission: 'access.manage',
  effect: 'write',
  summary: {
    zh: '新建账号：没有角色，首次登录须改口令',
    en: 'Make an account: without roles, its password to be changed',
  },
  input: z.object({ zone, login: z.string(), name: z.string().trim().min(1).max(100), password: z.string().max(200) }),
  output: Account,
})

export const disableAccount = endpoint({
  name: 'access.disableAccount',
  method: 'POST',
  path: `${base}/:id/disable`,
  permission: 'access.manage',
  effect: 'write',
  summary: { zh: '停用账号：立即退出', en: 'Disable an account: it is out at once' },
  input: one,
  output: Account,
})

export const enableAccount = endpoint({
  name: 'access.enableAccount',
  method: 'POST',
  path: `${base}/:id/enable`,
  permission: 'access.manage',
  effect: 'write',
  summary: { zh: '恢复账号', en: 'Enable an account again' },
  input: one,
  output: Account,
})

export const resetPassword = endpoint({
  name: 'access.resetPassword',
  method: 'POST',
  path: `${base}/:id/password`,
  permission: 'access.manage',
  effect: 'write',
  summary: {
    zh: '重置口令（三员账号除外）：首次登录须修改',
    en: "Reset a password, not an administrator's: it must be changed at sign-in",
  },
  input: one.extend({ password: z.string().max(200) }),
  output: Account,
})

export const setRoles = endpoint({
  name: 'access.setRoles',
  method: 'PUT',
  path: `${base}/:id/roles`,
  permission: 'access.authorise',
  effect: 'write',
  summary: { zh: '授予角色（整体替换）', en: 'Set the roles of an account, all at once' },
  input: one.extend({
    version: z.number().int(),
    roles: z.array(Role).max(12),
    /** Whom an enterprise or intermediary account stands for; required with those roles. */
    enterpriseId: z.uuid().nullable().default(null),
    personId: z.uuid().nullable().default(null),
  }),
  output: Account,
})

export const endSessions = endpoint({
  name: 'access.endSessions',
  method: 'POST',
  path: `${base}/:id/end-sessions`,
  permission: 'access.authorise',
  effect: 'write',
  summary: { zh: '强制退出某账号的全部登录', en: 'End all sessions of an account' },
  input: one,
  output: z.object({ ended: z.number().int() }),
})

export const resetSecondFactor = endpoint({
  name: 'access.resetSecondFactor',
  method: 'POST',
  path: `${base}/:id/second-factor/reset`,
  permission: 'access.authorise',
  effect: 'write',
  summary: {
    zh: '本人丢失手机和恢复码时解除其两步验证；登录随之退出',
    en: "Take off an account's second factor when phone and recovery codes are lost; its sessions end",
  },
  input: one,
  output: z.object({ removed: z.boolean() }),
})

/** One line of the security log. `****` stands for a person who was erased, and for strangers of more than a year ago. */
export const AccessEvent = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum([
    'signed_in',
    'sign_in_failed',
    'locked',
    'signed_out',
    'password_changed',
    'password_reset',
    'account_created',
    'account_disabled',
    'account_enabled',
    'roles_changed',
    'sessions_ended',
    'second_factor_on',
    'second_factor_off',
    'second_factor_failed',
    'recovery_code_used',
    'second_factor_reset',
    'account_erased',
    'provider_refused',
    'invited',
    'identity_linked',
    'identity_unlinked',
  ]),
  accountId: z.string().nullable(),
  /** Empty when no account has it: a password typed into the wrong field must not end up here. */
  login: z.string(),
  address: z.string(),
  actorName: z.string(),
  requestId: z.string(),
  /** Of a sign-in by a provider of identities: which one, and why it was refused. */
  detail: z.string(),
})
export type AccessEvent = z.infer<typeof AccessEvent>

export const listEvents = endpoint({
  name: 'access.listEvents',
  method: 'GET',
  path: '/api/zones/:zone/access-events',
  permission: 'access.audit',
  effect: 'read',
  summary: {
    zh: '本区账号的登录与安全日志，最近在前',
    en: "Sign-ins and acts on the zone's accounts, the latest first",
  },
  input: z.object({
    zone,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** Id of the last line of the page before. */
    after: z.uuid().optional(),
  }),
  output: z.object({ events: z.array(AccessEvent), next: z.string().nullable() }),
})
