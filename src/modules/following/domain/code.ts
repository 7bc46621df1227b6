/** Without 0 O, 1 I L, and U, which people take for V: 30 signs. */
export const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/**
 * A code from random bytes: each sign is as likely as any other, because bytes beyond the last whole multiple are passed over. About 49 bits.
 * Null when the bytes did not suffice.
 */
export function codeFrom(bytes: Uint8Array): string | null {
  const fair = 256 - (256 % signs.length)
  const usable = [...bytes].filter((byte) => byte < fair).slice(0, length)
  if (usable.length < length) return null
  return usable.map((byte) => signs[byte % signs.length]).join('')
}

/** As it is typed: spaces and dashes do not count, small letters are capitals. Null when it cannot be a code. */
export function normaliseCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null
}

/** In two halves, for reading aloud. */
export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
}
