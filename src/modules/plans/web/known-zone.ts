import type { ReadAddress } from './address.ts'

/** An address that names a zone which is not there plans without one, and says so. An empty list = the zones are not known yet. */
export function withKnownZone(read: ReadAddress, zones: readonly { readonly code: string }[]): ReadAddress {
  const { zone, ...rest } = read.address
  if (zone === undefined || zones.length === 0 || zones.some(({ code }) => code === zone)) return read
  return { address: rest, ignored: [...read.ignored, zone] }
}
