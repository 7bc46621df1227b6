import { createHash } from 'node:crypto'
import type { Claims } from './claims.ts'

/** How far two clocks may be apart. */
const toleranceSeconds = 60

export interface Token {
  readonly idToken: string
  readonly accessToken: string
  readonly claims: Claims
  readonly startedAt: Date
  readonly now: Date
}

/**
 * What OpenID Connect Core (3.1.3.7, 3.1.3.8) leaves to the reader and the library does not ask: issued neither in the future nor before this sign-in
 * began, and the access token that came along is the one that it names. Null: nothing is wrong.
 */
export function tokenFlaw({ idToken, accessToken, claims, startedAt, now }: Token): string | null {
  const { iat, at_hash: named } = claims
  if (typeof iat !== 'number' || iat > secondsOf(now) + toleranceSeconds) return 'issued_in_future'
  if (iat < secondsOf(startedAt) - toleranceSeconds) return 'issued_before'
  if (named !== undefined && named !== halfHash(accessToken, algorithmOf(idToken))) return 'wrong_at_hash'
  return null
}

const secondsOf = (moment: Date) => moment.getTime() / 1000

function algorithmOf(token: string): string {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  return typeof header === 'object' && header !== null && 'alg' in header ? String(header.alg) : ''
}

/** The left half of the token's hash, by the hash of the signature's algorithm; Ed25519 signs over SHA-512. */
export function halfHash(token: string, algorithm: string): string {
  const bits = /^Ed/.test(algorithm) ? '512' : algorithm.slice(-3)
  if (!['256', '384', '512'].includes(bits)) return ''
  const hash = createHash(`sha${bits}`).update(token).digest()
  return hash.subarray(0, hash.length / 2).toString('base64url')
}
