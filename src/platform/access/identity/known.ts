import * as oidc from 'openid-client'
import type { Outside } from '../../delivery/guard.ts'
import { openAddress } from '../../delivery/reach.ts'
import { outsideFetch } from './outside-fetch.ts'
import type { ProviderAccess } from './port.ts'

const keptMs = 10 * 60_000
/** The library takes keys for good for five minutes, and asks again for one that it does not know only after one: a change of keys must not cost a sign-in. */
const keysOlderSeconds = 60
const most = 200

interface Known {
  readonly metadata: oidc.ServerMetadata
  readonly at: number
  keys: oidc.ExportedJWKSCache | undefined
}

/** By issuer, in this process: a provider's document for ten minutes, its keys for four. */
const known = new Map<string, Known>()

/** After an answer that could not be verified the next sign-in asks for everything anew. */
export function forget(issuer: string): void {
  known.delete(issuer)
}

/** The provider with its document, fetched or still good. `now`: the server's clock, by which tokens are judged. */
export async function configurationOf(
  access: ProviderAccess,
  outside: Outside,
  now: Date,
): Promise<oidc.Configuration> {
  const { issuer } = access
  const kept = known.get(issuer)
  const age = kept ? now.getTime() - kept.at : Number.NaN
  if (kept && age >= 0 && age < keptMs) return configured(access, kept, { outside, now })
  const fresh = { metadata: await discover(access, outside), at: now.getTime(), keys: undefined }
  if (known.size >= most) known.clear()
  known.set(issuer, fresh)
  return configured(access, fresh, { outside, now })
}

/** Keeps the keys that a verification has fetched. */
export function keepKeys(issuer: string, config: oidc.Configuration): void {
  const kept = known.get(issuer)
  const fetched = oidc.getJwksCache(config)
  if (kept && fetched && fetched.uat !== kept.keys?.uat) {
    kept.keys = { jwks: fetched.jwks, uat: fetched.uat - keysOlderSeconds }
  }
}

/** The document of an issuer. Every address in it has to be one that a browser or this program may be sent to. */
export async function discover(
  { issuer, clientId }: Pick<ProviderAccess, 'issuer' | 'clientId'>,
  outside: Outside,
): Promise<oidc.ServerMetadata> {
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
    [oidc.customFetch]: outsideFetch(outside),
    execute: [oidc.allowInsecureRequests],
  })
  const metadata = { ...config.serverMetadata() }
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new OtherIssuer()
  for (const address of [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri]) {
    if (address === undefined) throw new Incomplete()
    await openAddress(new URL(address), outside)
  }
  return metadata
}

export class OtherIssuer extends Error {
  override readonly name = 'OtherIssuer'
}
export class Incomplete extends Error {
  override readonly name = 'Incomplete'
}

function configured(
  { clientId, secret }: ProviderAccess,
  { metadata, keys }: Known,
  { outside, now }: { readonly outside: Outside; readonly now: Date },
): oidc.Configuration {
  const skew = Math.round((now.getTime() - Date.now()) / 1000)
  const config = new oidc.Configuration(
    metadata,
    clientId,
    { [oidc.clockSkew]: skew },
    authentication(metadata, secret),
  )
  config[oidc.customFetch] = outsideFetch(outside)
  // What is not encrypted is refused by the guarded fetch, but for hosts that the installation names.
  oidc.allowInsecureRequests(config)
  // Signatures are verified although the token comes over TLS from the provider itself.
  oidc.enableNonRepudiationChecks(config)
  if (keys) oidc.setJwksCache(config, keys)
  return config
}

function authentication(metadata: oidc.ServerMetadata, secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None()
  const taken = metadata.token_endpoint_auth_methods_supported
  return taken === undefined || taken.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret)
}
