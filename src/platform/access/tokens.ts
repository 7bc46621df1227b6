import { hash, randomBytes } from 'node:crypto'

const tokenBytes = 32

/** A session's token, 256 random bits in base64url. Only its hash is stored, so that a stolen database opens no session. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** A program's token, told apart from a session's at a glance: in a file, or in a scanner for leaked secrets. */
export function newApiToken(): string {
  return `luodi_${newToken()}`
}

const bearerShape = /^Bearer (luodi_[\w-]{43})$/i

/** The token in an Authorization header; undefined when there is none or it is no token of ours. */
export function tokenOfHeader(header: string | undefined): string | undefined {
  return header === undefined ? undefined : bearerShape.exec(header)?.[1]
}

export function hashToken(token: string): string {
  return hash('sha256', token)
}

/**
 * Over https a cookie is called `__Host-…`: browsers take such a one only from this very host, over https and for all its paths, so that no other
 * host of the domain and nobody on the line can plant one. Over http, as offices serve within their house, they take none of that name.
 */
const named = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name)
const cookieOf = (name: string) => [false, true].map((secure) => cookieShape(named(name, secure)))
const cookieShape = (name: string) => new RegExp(`(?:^|; ?)${name}=([\\w-]{43})(?:;|$)`)

const sessionName = 'luodi_session'
const flowName = 'luodi_sign_in'
const shapes = { session: cookieOf(sessionName), flow: cookieOf(flowName) }

/** Of a request: its Cookie header, and whether it came over https. */
interface Came {
  readonly header: string | undefined
  readonly secure: boolean
}

function tokenIn([plain, prefixed]: readonly RegExp[], { header = '', secure }: Came): string | undefined {
  return (secure ? prefixed : plain)?.exec(header)?.[1]
}

/** The session's token in the cookies; undefined when there is none or it is no token of ours. */
export const tokenOfCookies = (came: Came): string | undefined => tokenIn(shapes.session, came)

/** Value of Set-Cookie: out of reach of scripts, not sent by other sites' requests, and over https only when it was set there. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${named(sessionName, secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

export function endedCookie(secure: boolean): string {
  return `${sessionCookie('', secure)}; Max-Age=0`
}

/** A sign-in on its way through a provider of identities is bound to the browser by this, for ten minutes. */
export const flowOfCookies = (came: Came): string | undefined => tokenIn(shapes.flow, came)

/** Over http it goes to its own endpoints only; a `__Host-` one goes to all. */
export function flowCookie(token: string, secure: boolean): string {
  const path = secure ? '/' : '/api/session/provider'
  const base = `${named(flowName, secure)}=${token}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=600`
  return `${base}${secure ? '; Secure' : ''}`
}
