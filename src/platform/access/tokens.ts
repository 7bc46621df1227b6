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

const cookieName = 'luodi_session'
const cookieShape = new RegExp(`(?:^|; ?)${cookieName}=([\\w-]{43})(?:;|$)`)

/** The token in a Cookie header; undefined when there is none or it is no token of ours. */
export function tokenOfCookies(header: string | undefined): string | undefined {
  return header === undefined ? undefined : cookieShape.exec(header)?.[1]
}

/** Value of Set-Cookie: out of reach of scripts, not sent by other sites' requests, and over https only when it was set there. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

export function endedCookie(secure: boolean): string {
  return `${sessionCookie('', secure)}; Max-Age=0`
}

/** A sign-in on its way through a provider of identities is bound to the browser by this; it goes to its own endpoints only, for ten minutes. */
const flowCookieName = 'luodi_sign_in'
const flowCookieShape = new RegExp(`(?:^|; ?)${flowCookieName}=([\\w-]{43})(?:;|$)`)

export function flowOfCookies(header: string | undefined): string | undefined {
  return header === undefined ? undefined : flowCookieShape.exec(header)?.[1]
}

export function flowCookie(token: string, secure: boolean): string {
  const base = `${flowCookieName}=${token}; Path=/api/session/provider; HttpOnly; SameSite=Lax; Max-Age=600`
  return `${base}${secure ? '; Secure' : ''}`
}
