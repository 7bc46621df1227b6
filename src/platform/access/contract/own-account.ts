import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const password = z.string().max(200)
/** Six digits of the authenticator, or a recovery code. */
export const Code = z.string().trim().max(20)

/** What the owner of an account sees of its second factor. */
export const SecondFactor = z.object({
  /** ISO 8601; null: none is in use. */
  since: z.string().nullable(),
  /** Recovery codes that have not been used. */
  codesLeft: z.number().int(),
})
export type SecondFactor = z.infer<typeof SecondFactor>

export const getSecondFactor = endpoint({
  name: 'access.getSecondFactor',
  method: 'GET',
  path: '/api/session/second-factor',
  permission: 'account',
  effect: 'read',
  summary: { zh: '自己的两步验证', en: 'The own second factor' },
  input: z.object({}),
  output: SecondFactor,
})

export const startSecondFactor = endpoint({
  name: 'access.startSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  permission: 'account',
  effect: 'write',
  summary: {
    zh: '开始设置两步验证：给出验证器密钥，出示一次验证码后才生效',
    en: 'Begin a second factor: answers the key, which counts once a code has been shown',
  },
  input: z.object({ password }),
  output: z.object({
    /** RFC 4648, to be typed. */
    key: z.string(),
    /** `otpauth://…`, as a QR code in SVG. */
    picture: z.string(),
  }),
})

const Codes = z.object({ codes: z.array(z.string()) })

export const confirmSecondFactor = endpoint({
  name: 'access.confirmSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/confirm',
  permission: 'account',
  effect: 'write',
  summary: {
    zh: '出示验证码，启用两步验证；恢复码只显示这一次，其他登录随之失效',
    en: 'Show a code and switch the second factor on; the recovery codes are shown this once, other sessions end',
  },
  input: z.object({ code: Code }),
  output: Codes,
})

export const removeSecondFactor = endpoint({
  name: 'access.removeSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/remove',
  permission: 'account',
  effect: 'write',
  summary: { zh: '停用自己的两步验证；其他登录随之失效', en: 'Switch the own second factor off; other sessions end' },
  input: z.object({ password, code: Code }),
  output: SecondFactor,
})

/** One place where the account is signed in. */
export const OwnSession = z.object({
  id: z.string(),
  createdAt: z.string(),
  /** Last used, to the minute. */
  seenAt: z.string(),
  endsAt: z.string(),
  address: z.string(),
  /** What the browser says of itself; empty for sessions from before it was kept. */
  device: z.string(),
  /** The one that asks. */
  here: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>

const Sessions = z.object({
  sessions: z.array(OwnSession),
  /** The password has to be typed once more before one is ended: the caller's own is older than ten minutes. */
  asksPassword: z.boolean(),
})

export const listOwnSessions = endpoint({
  name: 'access.listOwnSessions',
  method: 'GET',
  path: '/api/session/all',
  permission: 'account',
  effect: 'read',
  summary: { zh: '自己账号当前的登录', en: 'Where the own account is signed in' },
  input: z.object({}),
  output: Sessions,
})

export const endOwnSession = endpoint({
  name: 'access.endOwnSession',
  method: 'POST',
  path: '/api/session/all/:id/end',
  permission: 'account',
  effect: 'write',
  summary: { zh: '退出自己的另一处登录', en: 'End another session of the own account' },
  input: z.object({ id: z.uuid(), password: password.optional() }),
  output: Sessions,
})

export const endOtherSessions = endpoint({
  name: 'access.endOtherSessions',
  method: 'POST',
  path: '/api/session/all/end',
  permission: 'account',
  effect: 'write',
  summary: { zh: '退出自己的其他各处登录', en: 'End every session of the own account but the one that asks' },
  input: z.object({ password: password.optional() }),
  output: Sessions,
})
