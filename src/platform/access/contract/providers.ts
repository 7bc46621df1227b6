import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Role } from '../contract.ts'

const base = '/api/zones/:zone/providers'
const zone = z.string()
const one = z.strictObject({ zone, id: z.uuid(), version: z.number().int() })
const wellKnown = /\/\.well-known\/openid-configuration$/
const Text = z.object({ zh: z.string(), en: z.string() })

/** Address of the provider as its tokens name it; the address of its document is cut down to it. */
const Issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .transform((text) => text.replace(wellKnown, ''))
const word = z.string().trim().min(1).max(200)

/** What the security administrator sets of a provider; the client secret apart. */
const Settings = z.object({
  /** On the button of the sign-in page. */
  name: z.string().trim().min(1).max(60),
  issuer: Issuer,
  clientId: word,
  /** Beside `openid`. */
  scopes: z.array(word.regex(/^[\x21-\x7e]+$/)).max(20),
  /** The claim that lists groups, a path with dots where it lies deeper (`realm_access.roles`); null: groups give no roles. */
  groupsClaim: word.nullable(),
  roleGroups: z.array(z.object({ group: word, role: Role })).max(200),
  /** Whoever comes for the first time gets an account; with groups given, only who is in one of them. */
  makesAccounts: z.boolean(),
  /** Whoever comes for the first time with a verified e-mail that is a login here gets that account. */
  linksByMail: z.boolean(),
  /** A role that came from a group goes with it, at the next sign-in. */
  rolesFollow: z.boolean(),
  /** The three administrators may come in by it, and groups may give their roles. */
  administrators: z.boolean(),
  /** Only verified e-mails of these domains; empty: everybody whom the provider knows. */
  domains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    )
    .max(50),
  /** Values of `amr` or `acr` that count as a second factor; empty: none does. */
  factorValues: z.array(word).max(20),
  /** Its notices of a sign-out need not be marked as such (`logout+jwt`): older services send `JWT`, or nothing. Absent: they need. */
  unmarkedSignOuts: z.boolean().default(false),
})

/** A provider as the administrators of its zone see it. The secret is told to nobody. */
export const Provider = z.object({
  ...Settings.shape,
  issuer: z.string(),
  domains: z.array(z.string()),
  id: z.string(),
  version: z.number().int(),
  hasSecret: z.boolean(),
  enabled: z.boolean(),
  /** Accounts that are linked with it, and those of them that nothing else opens. */
  people: z.number().int(),
  onlyWay: z.number().int(),
})
export type Provider = z.infer<typeof Provider>

const Providers = z.object({
  providers: z.array(Provider),
  /** What the provider has to be told: where it sends people back to, after sign-in and after sign-out. */
  redirectUri: z.string(),
  afterSignOut: z.string(),
})

export const listProviders = endpoint({
  name: 'access.listProviders',
  method: 'GET',
  path: base,
  permission: 'access.read',
  effect: 'read',
  summary: { zh: '本区的统一登录', en: 'Identity providers of the zone' },
  input: z.strictObject({ zone }),
  output: Providers,
})

export const saveProvider = endpoint({
  name: 'access.saveProvider',
  method: 'PUT',
  path: base,
  permission: 'access.authorise',
  effect: 'write',
  summary: {
    zh: '设置统一登录：改后停用，由系统管理员启用',
    en: 'Set a provider: off after every change, until the system administrator switches it on',
  },
  input: z.strictObject({
    zone,
    ...Settings.shape,
    /** Absent: a new one. */
    id: z.uuid().optional(),
    /** 0 for a new one. */
    version: z.number().int().min(0),
    /** Absent: as it was; null: none, for a public client. */
    clientSecret: z.string().min(1).max(1000).nullable().optional(),
  }),
  output: Providers,
})

export const removeProvider = endpoint({
  name: 'access.removeProvider',
  method: 'POST',
  path: `${base}/:id/remove`,
  permission: 'access.authorise',
  effect: 'write',
  summary: {
    zh: '删除统一登录：经它的登录立即退出，关联全部解除',
    en: 'Remove a provider: sessions by it end at once, all links go',
  },
  input: one,
  output: Providers,
})

export const stopProvider = endpoint({
  name: 'access.stopProvider',
  method: 'POST',
  path: `${base}/:id/stop`,
  permission: 'access.authorise',
  effect: 'write',
  summary: { zh: '叫停统一登录：经它的登录立即退出', en: 'Stop a provider: sessions by it end at once' },
  input: one,
  output: Providers,
})

export const switchProvider = endpoint({
  name: 'access.switchProvider',
  method: 'POST',
  path: `${base}/:id/switch`,
  permission: 'access.manage',
  effect: 'write',
  summary: { zh: '启用或停用统一登录', en: 'Switch a provider on or off' },
  input: one.extend({ enabled: z.boolean() }),
  output: Providers,
})

export const tryProvider = endpoint({
  name: 'access.tryProvider',
  method: 'POST',
  path: `${base}/try`,
  permission: 'access.authorise',
  effect: 'read',
  summary: { zh: '试连统一登录，说明哪里不对', en: 'Ask a provider for its document and say what is wrong' },
  perMinute: 20,
  input: z.strictObject({ zone, issuer: Issuer }),
  output: z.object({ ok: z.boolean(), text: Text }),
})

export const inviteAccount = endpoint({
  name: 'access.inviteAccount',
  method: 'POST',
  path: '/api/zones/:zone/accounts/:id/invitation',
  permission: 'access.manage',
  effect: 'write',
  summary: {
    zh: '生成关联统一登录的邀请链接：7 天内一次有效',
    en: 'Make an invitation to link an account with a provider: good once, for 7 days',
  },
  input: z.strictObject({ zone, id: z.uuid(), provider: z.uuid() }),
  output: z.object({ address: z.string(), expiresAt: z.string() }),
})
