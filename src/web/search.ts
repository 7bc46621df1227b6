/**
 * Search parameters are plain texts: what stands in the address is what a page reads, without JSON in between,
 * so that addresses stay short and can be read aloud.
 */
export type Search = Readonly<Record<string, string>>

export function parseSearch(query: string): Search {
  return Object.fromEntries(new URLSearchParams(query))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const query = given.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')
  return query === '' ? '' : `?${query}`
}

/** For `validateSearch`: keeps texts, whatever their name; the page says which of them it could not use. */
export function textsOnly(search: Record<string, unknown>): Search {
  return Object.fromEntries(Object.entries(search).flatMap(([key, v]) => (typeof v === 'string' ? [[key, v]] : [])))
}
