import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { halfHash } from '../../src/platform/access/identity/token-flaws.ts'

export type Json = Readonly<Record<string, unknown>>

/** How one answer differs from an honest one. What is not named is as it should be. */
export interface Lie {
  /** Of the token's claims. */
  readonly claims?: (honest: Json) => Json
  readonly header?: Json
  /** By what the token is signed. */
  readonly sign?: 'none' | 'hmac with the public key' | 'another key' | 'a key of 1024 bits'
  /** Of the discovery document. */
  readonly document?: (honest: Json) => Json
  /** The token endpoint sends the program elsewhere. */
  readonly redirect?: string
  /** The token endpoint never answers, or not with JSON, or with an access token that the id token does not name. */
  readonly token?: 'slow' | 'no json' | 'another access token'
  readonly user?: Json
}

export interface LyingProvider {
  readonly issuer: string
  readonly clientId: string
  /** The nonce and person of the next token. */
  next: { nonce: string; sub: string; more?: Json }
  lie: Lie
  /** A token by which it tells of a sign-out, as `lie` has it. */
  readonly signOut: (claims: Json) => string
  /** From now on tokens are signed by a new key. */
  readonly changeKey: () => void
  /** Requests by path. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A provider on the loopback address that signs whatever a test wants. `now`: its clock. */
export async function lyingProvider(now: () => Date): Promise<LyingProvider> {
  let [key, kid] = [pair(), 1]
  const stranger = pair()
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const clientId = 'luodi'
  const self = { lie: {} as Lie, next: { nonce: '', sub: 'nobody' } as LyingProvider['next'], asked: [] as string[] }
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    self.asked.push(path)
    request.resume().on('end', () => answer(path, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function answer(path: string, response: ServerResponse): void {
    const { lie } = self
    const keys = [
      { ...key.publicKey.export({ format: 'jwk' }), kid: `k${kid}` },
      { ...short.publicKey.export({ format: 'jwk' }), kid: 'short' },
    ]
    if (path === '/.well-known/openid-configuration') send(response, document())
    else if (path === '/jwks') send(response, { keys })
    else if (path === '/me') send(response, { sub: self.next.sub, ...lie.user })
    else if (path !== '/token') response.writeHead(404).end()
    else if (lie.redirect) response.writeHead(302, { location: lie.redirect }).end()
    else if (lie.token === 'no json') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>…')
    else if (lie.token !== 'slow') send(response, tokens())
  }

  function tokens(): Json {
    const accessToken = 'access-token-of-this-sign-in'
    return {
      ...{ token_type: 'Bearer', expires_in: 60, id_token: token(accessToken) },
      access_token: self.lie.token === 'another access token' ? 'access-token-of-somebody' : accessToken,
    }
  }

  function document(): Json {
    const honest = {
      ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/me`, end_session_endpoint: `${issuer}/end` },
      ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      ...{ authorization_response_iss_parameter_supported: true, code_challenge_methods_supported: ['S256'] },
    }
    return self.lie.document?.(honest) ?? honest
  }

  function token(accessToken: string): string {
    const { lie, next } = self
    const seconds = Math.floor(now().getTime() / 1000)
    const honest = {
      ...{ iss: issuer, aud: clientId, sub: next.sub, nonce: next.nonce, iat: seconds, exp: seconds + 300 },
      ...{ at_hash: halfHash(accessToken, 'RS256'), ...next.more },
    }
    return signedAs(lie.claims?.(honest) ?? honest)
  }

  function signedAs(claims: Json, type: Json = {}): string {
    const { lie } = self
    const alg = lie.sign === 'none' ? 'none' : lie.sign === 'hmac with the public key' ? 'HS256' : 'RS256'
    const named = lie.sign === 'a key of 1024 bits' ? 'short' : `k${kid}`
    const body = `${encode({ alg, kid: named, ...type, ...lie.header })}.${encode(claims)}`
    return `${body}.${signature(body)}`
  }

  function signature(body: string): string {
    if (self.lie.sign === 'none') return ''
    if (self.lie.sign === 'hmac with the public key') {
      const pem = key.publicKey.export({ format: 'pem', type: 'spki' })
      return createHmac('sha256', pem).update(body).digest('base64url')
    }
    const others: Partial<Record<string, KeyObject>> = {
      'another key': stranger.privateKey,
      'a key of 1024 bits': short.privateKey,
    }
    const by = others[self.lie.sign ?? ''] ?? key.privateKey
    return createSign('RSA-SHA256').update(body).sign(by).toString('base64url')
  }

  const signOut = (claims: Json) => {
    const seconds = Math.floor(now().getTime() / 1000)
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    const honest = { ...{ iss: issuer, aud: clientId, iat: seconds, jti: randomUUID(), events }, ...claims }
    return signedAs(self.lie.claims?.(honest) ?? honest, { typ: 'logout+jwt' })
  }
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  const changeKey = () => {
    key = pair()
    kid++
  }
  return Object.assign(self, { issuer, clientId, signOut, changeKey, close })
}

function send(response: ServerResponse, body: Json): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
