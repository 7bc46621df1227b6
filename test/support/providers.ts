import type { InputOf } from '../../src/kernel/endpoint.ts'
import type { saveProvider } from '../../src/platform/access/contract/providers.ts'
import { type SignedInAs, signedInAs } from './accounts.ts'
import type { Answer, TestApp } from './server.ts'

type Settings = Omit<InputOf<typeof saveProvider>, 'zone' | 'version' | 'id'>

interface Administrators {
  readonly admin: SignedInAs
  readonly security: SignedInAs
}

export async function administratorsOf(app: TestApp, zone: string, now: Date): Promise<Administrators> {
  return {
    admin: await signedInAs(app.db, { zone, roles: ['admin'], now }),
    security: await signedInAs(app.db, { zone, roles: ['security'], now }),
  }
}

interface Kept {
  readonly id: string
  readonly version: number
}

/** A provider of the zone, set by one administrator and switched on by the other. */
export async function givenProvider(
  app: TestApp,
  { zone, who, settings }: { zone: string; who: Administrators; settings: Partial<Settings> & { issuer: string } },
): Promise<Kept> {
  const plain: Omit<Settings, 'issuer'> = {
    ...{
      name: '统一身份认证',
      clientId: 'luodi',
      clientSecret: 'a-secret-of-the-client',
      scopes: ['profile', 'email'],
    },
    ...{ groupsClaim: null, roleGroups: [], makesAccounts: true, linksByMail: false, rolesFollow: true },
    ...{ administrators: false, domains: [], factorValues: [], unmarkedSignOuts: false },
  }
  const before = new Set((await providersOf(app, zone, who)).map(({ id }) => id))
  const saved = await put(app, `/api/zones/${zone}/providers`, { version: 0, ...plain, ...settings }, who.security)
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  const made = (saved.body as { providers: Kept[] }).providers.find(({ id }) => !before.has(id))
  if (!made) throw new Error('no provider was made')
  return switched(app, { zone, who, provider: made, enabled: true })
}

export async function switched(
  app: TestApp,
  { zone, who, provider, enabled }: { zone: string; who: Administrators; provider: Kept; enabled: boolean },
): Promise<Kept> {
  const answer = await app.post(
    `/api/zones/${zone}/providers/${provider.id}/switch`,
    { version: provider.version, enabled },
    who.admin.headers,
  )
  const kept = (answer.body as { providers?: Kept[] }).providers?.find(({ id }) => id === provider.id)
  if (!kept) throw new Error(JSON.stringify(answer.body))
  return kept
}

export async function providersOf(app: TestApp, zone: string, { security }: Administrators): Promise<Kept[]> {
  return ((await app.get(`/api/zones/${zone}/providers`, security.headers)).body as { providers: Kept[] }).providers
}

export function put(
  app: TestApp,
  path: string,
  body: unknown,
  { headers }: Pick<SignedInAs, 'headers'>,
): Promise<Answer> {
  const json = { 'content-type': 'application/json', ...headers }
  return app.send(path, { method: 'PUT', headers: json, body: JSON.stringify(body) })
}

/** A browser that has been sent off to a provider. */
export interface Away {
  readonly address: URL
  readonly state: string
  readonly nonce: string
  /** Cookies that the browser has now. */
  readonly cookie: string
}

export async function sentOff(
  app: TestApp,
  { zone, provider, more = {}, cookie = '' }: { zone: string; provider: string; more?: object; cookie?: string },
): Promise<Away> {
  const started = await app.post('/api/session/provider', { zone, provider, ...more }, cookie === '' ? {} : { cookie })
  if (started.status !== 200) throw new Error(JSON.stringify(started.body))
  return awayOf(started, cookie)
}

export function awayOf(started: Answer, cookie: string): Away {
  const address = new URL((started.body as { address: string }).address)
  const word = (name: string) => address.searchParams.get(name) ?? ''
  const own = cookiesOf(started)
  return {
    address,
    state: word('state'),
    nonce: word('nonce'),
    cookie: [cookie, own].filter((one) => one !== '').join('; '),
  }
}

export function cookiesOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
}

export function cameBack(app: TestApp, answer: Readonly<Record<string, string>>, cookie: string): Promise<Answer> {
  const text = new URLSearchParams(answer).toString()
  return app.post('/api/session/provider/finish', { answer: text }, { cookie })
}

export const told = ({ status, body }: Answer) => `${status} ${(body as { code?: string }).code ?? ''}`
