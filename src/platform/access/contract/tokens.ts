import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const base = '/api/zones/:zone/tokens'
const zone = z.string()

const longestTokenDays = 365

/** A token of the own account in one zone, without its secret: that is told once and kept nowhere. */
export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** Permissions that it was given; what its account has lost since is lost to it too. */
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Last used, to the minute; null: never. */
  usedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** A permission that the account may hand to a token, with what endpoints do by it. */
export const TokenScope = z.object({
  permission: z.string(),
  does: z.array(z.object({ zh: z.string(), en: z.string() })),
})
export type TokenScope = z.infer<typeof TokenScope>

const Tokens = z.object({ tokens: z.array(ApiToken), scopes: z.array(TokenScope) })

export const listTokens = endpoint({
  name: 'access.listTokens',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '自己的接口令牌与可授予的权限', en: 'The own API tokens, and what may be given to one' },
  input: z.strictObject({ zone }),
  output: Tokens,
})

export const makeToken = endpoint({
  name: 'access.makeToken',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  summary: { zh: '生成接口令牌，只显示这一次', en: 'Make an API token, told this once' },
  input: z.strictObject({
    zone,
    name: z.string().trim().min(1).max(60),
    scopes: z.array(z.string().max(100)).min(1).max(200),
    days: z.number().int().min(1).max(longestTokenDays),
  }),
  output: Tokens.extend({ token: z.string() }),
})

export const revokeToken = endpoint({
  name: 'access.revokeToken',
  method: 'POST',
  path: `${base}/:id/revoke`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '作废自己的接口令牌', en: 'Revoke an own API token' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: Tokens,
})
