import type { Claims } from './claims.ts'

/** What an installation keeps of one provider, its secret opened. */
export interface ProviderAccess {
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client. */
  readonly secret: string | null
  readonly scopes: readonly string[]
}

/** One sign-in on its way. */
export interface Asked {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  /** PKCE's secret, of which the provider is told the hash first. */
  readonly verifier: string
}

export interface Came extends Asked {
  /** What stood behind the `?` when the browser came back. */
  readonly answer: string
  readonly startedAt: Date
  readonly now: Date
  /** Claims that are asked for at the user's address when the token lacks them. */
  readonly wanted: readonly string[]
}

/** Who came, proven. */
export interface Proof {
  /** As the provider names itself in its tokens. */
  readonly issuer: string
  readonly subject: string
  readonly claims: Claims
  /** Where the browser goes to sign out at the provider too; null: it has no such place. */
  readonly ending: string | null
  /** The session at the provider, by which it tells of its end; null: it names none. */
  readonly sid: string | null
}

/** A provider of identities. Every way in which one fails is a Problem: unreachable, or an answer that proves nothing. */
export interface IdentityProvider {
  /** Where the browser is sent to sign in. */
  readonly begin: (asked: Asked) => Promise<string>
  readonly finish: (came: Came) => Promise<Proof>
}
