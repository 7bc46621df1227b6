import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Role } from '../contract.ts'

const base = '/api/zones/:zone/sign-in-rules'
const zone = z.string()

export const SignInRules = z.object({
  /** Accounts with one of these roles work in the zone only after they have a second factor. */
  factorRoles: z.array(Role),
  /** 0 before any rule was set. */
  version: z.number().int(),
})
export type SignInRules = z.infer<typeof SignInRules>

export const getSignInRules = endpoint({
  name: 'access.getSignInRules',
  method: 'GET',
  path: base,
  permission: 'access.read',
  effect: 'read',
  summary: { zh: '本区的登录规则', en: 'What the zone asks of sign-ins' },
  input: z.strictObject({ zone }),
  output: SignInRules,
})

export const setSignInRules = endpoint({
  name: 'access.setSignInRules',
  method: 'PUT',
  path: base,
  permission: 'access.authorise',
  effect: 'write',
  summary: { zh: '规定哪些角色必须启用两步验证', en: 'Say which roles must have a second factor' },
  input: z.strictObject({ zone, version: z.number().int().min(0), factorRoles: z.array(Role).max(12) }),
  output: SignInRules,
})
