import * as oidc from 'openid-client'
import { Problem } from '../../../kernel/problem.ts'
import type { Outside } from '../../delivery/guard.ts'
import type { Claims } from './claims.ts'
import { refused } from './faults.ts'
import { configurationOf, forget, keepKeys } from './known.ts'
import type { Came, IdentityProvider, Proof, ProviderAccess } from './port.ts'
import { tokenFlaw } from './token-flaws.ts'

/** OpenID Connect: authorization code with PKCE, state and nonce. `origin`: where the provider sends people after signing out there. */
export function oidcProvider(
  access: ProviderAccess,
  { outside, origin, now }: { readonly outside: Outside; readonly origin: string; readonly now: Date },
): IdentityProvider {
  const configured = () => configurationOf(access, outside, now).catch((error: unknown) => fail(access, error))
  return {
    begin: async ({ redirectUri, state, nonce, verifier }) => {
      const config = await configured()
      return oidc.buildAuthorizationUrl(config, {
        ...{ response_type: 'code', redirect_uri: redirectUri, state, nonce },
        scope: [...new Set(['openid', ...access.scopes])].join(' '),
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      }).href
    },
    finish: async (came) => {
      const config = await configured()
      const proof = await prove(config, came, access).catch((error: unknown) => fail(access, error))
      return { ...proof, ending: proof.ending === null ? null : endingOf(config, proof.ending, origin) }
    },
  }
}

/** `ending` is still the token that the provider recognises its session by. */
async function prove(config: oidc.Configuration, came: Came, { issuer }: ProviderAccess): Promise<Proof> {
  const tokens = await oidc.authorizationCodeGrant(config, new URL(`${came.redirectUri}?${came.answer}`), {
    pkceCodeVerifier: came.verifier,
    expectedState: came.state,
    expectedNonce: came.nonce,
    idTokenExpected: true,
  })
  keepKeys(issuer, config)
  const { id_token: idToken = '', access_token: accessToken } = tokens
  const claims: Claims = { ...tokens.claims() }
  const flaw = tokenFlaw({ idToken, accessToken, claims, startedAt: came.startedAt, now: came.now })
  if (flaw !== null) throw refused('wrong_answer', flaw)
  const { iss, sub, sid } = claims
  return {
    ...{ issuer: String(iss), subject: String(sub), ending: idToken },
    sid: typeof sid === 'string' ? sid : null,
    claims: await completed(config, claims, { accessToken, wanted: came.wanted }),
  }
}

/** Claims that the token lacks are asked for at the user's address, whose subject has to be the token's. What the token says, holds. */
async function completed(
  config: oidc.Configuration,
  claims: Claims,
  { accessToken, wanted }: { readonly accessToken: string; readonly wanted: readonly string[] },
): Promise<Claims> {
  const lacks = wanted.some((name) => !(name in claims))
  if (!lacks || config.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...(await oidc.fetchUserInfo(config, accessToken, String(claims.sub))), ...claims }
}

function endingOf(config: oidc.Configuration, idToken: string, origin: string): string | null {
  const { end_session_endpoint: place } = config.serverMetadata()
  if (place === undefined || !URL.canParse(place) || !/^https?:$/.test(new URL(place).protocol)) return null
  return oidc.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: `${origin}/` }).href
}

const silent = new Set(['delivery.timeout', 'delivery.unreachable', 'delivery.untrusted', 'delivery.unknown_host'])

/** Every failure of library, network and provider becomes one of two sentences; which it was stands in the security log. */
function fail({ issuer }: ProviderAccess, error: unknown): never {
  const cause = problemIn(error)
  if (cause?.code.startsWith('access.') === true) throw cause
  if (cause) throw refused(silent.has(cause.code) ? 'unreachable' : 'wrong_answer', cause.code)
  if (error instanceof oidc.AuthorizationResponseError) throw refused('declined', /^\w{1,40}$/.exec(error.error)?.[0])
  forget(issuer)
  throw refused('wrong_answer', codeOf(error))
}

function problemIn(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  return error instanceof Error && error.cause !== undefined ? problemIn(error.cause) : undefined
}

/** The library's word for it; where its cause names a claim, that too. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const claim = claimIn(error)
  return claim === undefined ? code : `${code} ${claim}`
}

function claimIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('claim' in error && typeof error.claim === 'string') return error.claim
  return 'cause' in error ? claimIn(error.cause) : undefined
}
