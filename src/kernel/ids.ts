/** A UUID of version 7 as PostgreSQL prints it: lower case with hyphens. */
export type Id = string

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then version, variant and 74 random bits, so that ids
 * made later sort later and new rows lie together in the index. Time and randomness are arguments.
 *
 * @param unixMs whole milliseconds since 1970, below 2^48
 * @param random at least 10 random bytes
 */
export function uuidv7(unixMs: number, random: Uint8Array): Id {
  if (!Number.isInteger(unixMs) || unixMs < 0 || unixMs >= 2 ** 48) throw new RangeError(`no such time: ${unixMs}`)
  if (random.length < 10) throw new RangeError('a UUID of version 7 needs 10 random bytes')
  let hex = ''
  for (let i = 0; i < 10; i++) hex += hexOfByte[random[i] ?? 0]
  const time = unixMs.toString(16).padStart(12, '0')
  const variant = (0x8 | (Number.parseInt(hex.charAt(4), 16) & 0x3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(5, 8)}-${hex.slice(8)}`
}

/** Milliseconds since 1970 at which a version 7 id was made. */
export function timeOfId(id: Id): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
