import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { isSitePath } from '../../../kernel/site-path.ts'
import { Session } from '../contract.ts'
import { Code } from './own-account.ts'

/** A provider as a visitor sees it. */
export const ProviderButton = z.object({
  zone: z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
  id: z.string(),
  name: z.string(),
})
export type ProviderButton = z.infer<typeof ProviderButton>

export const listSignInProviders = endpoint({
  name: 'access.listSignInProviders',
  method: 'GET',
  path: '/api/sign-in-providers',
  permission: 'public',
  effect: 'read',
  summary: { zh: '登录页上的统一登录', en: 'Identity providers on the sign-in page' },
  input: z.strictObject({}),
  output: z.object({ providers: z.array(ProviderButton) }),
})

const provider = { zone: z.string(), provider: z.uuid() }
const base = '/api/session/provider'
/** Where the browser goes now. */
const Away = z.object({ address: z.string() })

export const startProviderSignIn = endpoint({
  name: 'access.startProviderSignIn',
  method: 'POST',
  path: base,
  permission: 'public',
  effect: 'write',
  summary: { zh: '开始统一登录', en: 'Begin a sign-in by a provider' },
  perMinute: 120,
  input: z.strictObject({
    ...provider,
    /** Where to go afterwards. */
    back: z.string().max(2000).refine(isSitePath).optional(),
    /** The code of an invitation: the account that it was made for is linked. */
    invitation: z.string().max(100).optional(),
  }),
  output: Away,
})

export const finishProviderSignIn = endpoint({
  name: 'access.finishProviderSignIn',
  method: 'POST',
  path: `${base}/finish`,
  permission: 'public',
  effect: 'write',
  summary: { zh: '完成统一登录', en: 'Finish a sign-in by a provider' },
  perMinute: 120,
  input: z.strictObject({
    /** What stood behind the `?` when the provider sent the browser back. */
    answer: z.string().max(8000),
  }),
  output: z.object({
    /** Null: a code of the second factor is needed before there is one. */
    session: Session.nullable(),
    back: z.string().nullable(),
    /** The account that was signed in has been linked, nothing else. */
    linked: z.boolean(),
  }),
})

export const proveProviderSignIn = endpoint({
  name: 'access.proveProviderSignIn',
  method: 'POST',
  path: `${base}/code`,
  permission: 'public',
  effect: 'write',
  summary: { zh: '统一登录后出示验证码', en: 'Show the code of the second factor after a provider' },
  perMinute: 120,
  input: z.strictObject({ code: Code }),
  output: Session,
})

/** OpenID Connect Back-Channel Logout 1.0: called by the provider itself, in the form that the standard asks for. */
export const hearSignOut = endpoint({
  name: 'access.hearSignOut',
  method: 'POST',
  path: `${base}/:zone/:provider/signed-out`,
  permission: 'public',
  effect: 'write',
  summary: { zh: '统一登录通知：某人已在那里退出', en: 'A provider tells that somebody has signed out there' },
  perMinute: 120,
  form: true,
  input: z.object({ ...provider, logout_token: z.string().min(1).max(16_000) }),
  output: z.object({}),
})

/** One provider by which the own account can be entered. */
export const OwnIdentity = z.object({
  id: z.string(),
  provider: z.string(),
  linkedAt: z.string(),
  usedAt: z.string(),
})
export type OwnIdentity = z.infer<typeof OwnIdentity>

const Own = z.object({
  identities: z.array(OwnIdentity),
  /** Those of the account's own zone that it is not linked with yet. */
  offered: z.array(ProviderButton),
  hasPassword: z.boolean(),
})

export const listOwnIdentities = endpoint({
  name: 'access.listOwnIdentities',
  method: 'GET',
  path: '/api/session/identities',
  permission: 'account',
  effect: 'read',
  summary: { zh: '自己账号关联的统一登录', en: 'Providers that the own account is linked with' },
  input: z.strictObject({}),
  output: Own,
})

export const linkOwnIdentity = endpoint({
  name: 'access.linkOwnIdentity',
  method: 'POST',
  path: `${base}/link`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '开始关联统一登录', en: 'Begin to link the own account with a provider' },
  perMinute: 120,
  input: z.strictObject({
    ...provider,
    /** Of an account that has one. */
    password: z.string().max(200),
  }),
  output: Away,
})

export const endOwnIdentity = endpoint({
  name: 'access.endOwnIdentity',
  method: 'POST',
  path: '/api/session/identities/:id/end',
  permission: 'account',
  effect: 'write',
  summary: { zh: '解除统一登录的关联；不能解除唯一的登录方式', en: 'Unlink a provider, but not the last way in' },
  input: z.strictObject({
    id: z.uuid(),
    /** Of an account that has one. */
    password: z.string().max(200).optional(),
  }),
  output: Own,
})
