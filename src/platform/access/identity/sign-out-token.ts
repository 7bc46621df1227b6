import { constants, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { z } from 'zod'

/** How far two clocks may be apart, and how long a provider may try to tell. */
const toleranceSeconds = 60
export const longestSeconds = 300
const event = 'http://schemas.openid.net/event/backchannel-logout'

const Header = z.object({ alg: z.string(), kid: z.string().optional(), typ: z.string().optional() })
const Claims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number().optional(),
  jti: z.string().min(1).max(500),
  events: z.record(z.string(), z.unknown()),
  sub: z.string().min(1).optional(),
  sid: z.string().min(1).optional(),
  nonce: z.unknown().optional(),
})

export interface SignOutToken {
  readonly header: z.infer<typeof Header>
  readonly claims: z.infer<typeof Claims>
  readonly signed: Buffer
  readonly signature: Buffer
}

/** The token's parts, unproven; undefined when it is none. */
export function readSignOut(token: string): SignOutToken | undefined {
  const [head, body, signature, ...more] = token.split('.')
  if (!head || !body || signature === undefined || more.length > 0) return undefined
  const header = Header.safeParse(jsonOf(head))
  const claims = Claims.safeParse(jsonOf(body))
  if (!header.success || !claims.success) return undefined
  const signed = Buffer.from(`${head}.${body}`)
  return { header: header.data, claims: claims.data, signed, signature: Buffer.from(signature, 'base64url') }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

interface Expected {
  readonly issuer: string
  readonly clientId: string
  /** Its type may be the general one, or none. */
  readonly unmarked: boolean
  readonly now: Date
}

const marked = /^(application\/)?logout\+jwt$/i
const general = /^(application\/)?jwt$/i

/** What is wrong with what a token says (OpenID Connect Back-Channel Logout 1.0, 2.6), signature apart. Null: nothing. */
export function signOutFlaw(
  { header, claims }: SignOutToken,
  { issuer, clientId, unmarked, now }: Expected,
): string | null {
  const seconds = now.getTime() / 1000
  const { iss, aud, iat, exp, events, sub, sid, nonce } = claims
  const { typ } = header
  const isGeneral = typ === undefined || general.test(typ)
  if (isGeneral ? !unmarked : !marked.test(typ)) return 'wrong_typ'
  if (iss !== issuer) return 'wrong_iss'
  if (![aud].flat().includes(clientId)) return 'wrong_aud'
  if (iat > seconds + toleranceSeconds) return 'issued_in_future'
  if (iat < seconds - longestSeconds) return 'too_old'
  if (exp !== undefined && exp < seconds - toleranceSeconds) return 'run_out'
  const told = events[event]
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return 'wrong_events'
  if (nonce !== undefined) return 'has_nonce'
  return sub === undefined && sid === undefined ? 'names_nobody' : null
}

const JwkSet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) })

/** Whether one of the provider's published keys has signed it: no secret that both know, and never "none". */
export function isSignedBy({ header, signed, signature }: SignOutToken, published: unknown): boolean {
  const set = JwkSet.safeParse(published)
  if (!set.success) return false
  const { alg, kid } = header
  const fitting = set.data.keys.filter(
    (jwk) => (kid === undefined || jwk.kid === kid) && jwk.use !== 'enc' && (jwk.alg ?? alg) === alg,
  )
  return fitting.some((jwk) => verified(alg, { jwk, signed, signature }))
}

interface Signed {
  readonly jwk: JsonWebKey
  readonly signed: Buffer
  readonly signature: Buffer
}

/** NIST SP 800-131A: 112 bits of strength, as in TLS; shorter keys prove nothing. The library asks the same of tokens of a sign-in. */
const rsaBits = 2048
const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

function verified(alg: string, { jwk, signed, signature }: Signed): boolean {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    if ((key.asymmetricKeyDetails?.modulusLength ?? rsaBits) < rsaBits) return false
    const hash = `sha${alg.slice(-3)}`
    if (/^RS(256|384|512)$/.test(alg)) return jwk.kty === 'RSA' && verify(hash, signed, key, signature)
    if (/^PS(256|384|512)$/.test(alg)) {
      const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      return jwk.kty === 'RSA' && verify(hash, signed, { key, ...padding }, signature)
    }
    const curve = curves[alg]
    if (curve) return jwk.crv === curve && verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
    return /^(EdDSA|Ed25519)$/.test(alg) && jwk.crv === 'Ed25519' && verify(null, signed, key, signature)
  } catch {
    return false
  }
}
