import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface HonestProvider {
  readonly issuer: string
  /** By login: what the provider says of a person. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>
  /** Tells the client that this person has signed out, as the standard has it. */
  readonly tellSignOut: (subject: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface Client {
  readonly id: string
  readonly secret: string
  readonly redirectUri: string
  readonly afterSignOut: string
  /** Where it tells of sign-outs. */
  readonly signedOut?: string
}

/** A real OpenID provider on the loopback address, with its own pages for signing in and for consent. Any password is right there. */
export async function honestProvider({
  id,
  secret,
  redirectUri,
  afterSignOut,
  signedOut,
}: Client): Promise<HonestProvider> {
  const people: HonestProvider['people'] = new Map()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: id, client_secret: secret, redirect_uris: [redirectUri] },
        ...{ post_logout_redirect_uris: [afterSignOut], response_types: ['code'], grant_types: ['authorization_code'] },
        ...(signedOut && { backchannel_logout_uri: signedOut }),
      },
    ],
    ...(signedOut && { features: { backchannelLogout: { enabled: true } } }),
    // Its own guard against private addresses would keep it from telling a program on this machine.
    fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  })
  server.on('request', provider.callback())
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  const tellSignOut = async (subject: string) => {
    const client = await provider.Client.find(id)
    // The library's own act at the end of a session, which its types leave out.
    const tell = client?.backchannelLogout as ((this: unknown, subject: string) => Promise<void>) | undefined
    await tell?.call(client, subject)
  }
  return { issuer, people, tellSignOut, close }
}

/** A browser without a window: follows the provider's pages as `login` and answers where it is sent at the end, at an address that begins with `home`. */
export async function walkThrough(address: string, { login, home }: { login: string; home: string }): Promise<URL> {
  const jar = new Map<string, string>()
  let [url, body] = [address, null as URLSearchParams | null]
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(home)) return new URL(url)
    const answer = await fetch(url, {
      ...{ method: body ? 'POST' : 'GET', redirect: 'manual', body },
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    const page = location === null ? await answer.text() : ''
    if (location === null) {
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
      if (!action) throw new Error(`no form at ${url}: ${page.slice(0, 300)}`)
      url = new URL(action, url).href
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
      body = new URLSearchParams({ prompt, login, password: 'any' })
    } else {
      url = new URL(location, url).href
      body = null
    }
  }
  throw new Error(`the way through the provider has no end: ${url}`)
}
