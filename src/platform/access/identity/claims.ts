/** What a token says, as it says it. */
export type Claims = Readonly<Record<string, unknown>>

/** What is read of a person. */
export interface Person {
  readonly name: string | null
  /** By which they are known there. */
  readonly nick: string | null
  /** Only one that the provider says it has verified, in small letters. */
  readonly mail: string | null
  readonly groups: readonly string[]
}

export function personOf(claims: Claims, groupsClaim: string | null): Person {
  const mail = claims.email_verified === true ? textOf(claims.email) : null
  return {
    name: textOf(claims.name)?.slice(0, 100) ?? null,
    nick: textOf(claims.preferred_username),
    mail: mail?.toLowerCase() ?? null,
    groups: groupsClaim === null ? [] : listOf(claimAt(claims, groupsClaim)),
  }
}

/** A claim by its name, and where there is none of that name by its path (`realm_access.roles`). */
export function claimAt(claims: Claims, name: string): unknown {
  if (name in claims) return claims[name]
  let found: unknown = claims
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined
    found = (found as Claims)[part]
  }
  return found
}

/** Whether the provider says that more than a password was shown (`amr`, RFC 8176, or `acr`), by the values that are trusted for that. */
export function showsFactor({ amr, acr }: Claims, trusted: readonly string[]): boolean {
  return [...listOf(amr), ...listOf(acr)].some((value) => trusted.includes(value))
}

/** Whether the verified e-mail is of one of the domains; no domains allow everybody. */
export function isOfDomain(mail: string | null, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.some((domain) => mail?.endsWith(`@${domain}`) === true)
}

function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  return typeof value === 'string' ? [value] : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
