/** Without signs that are taken for one another: no 0 O 1 I L U. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 12

/** Twelve signs of thirty, 58 bits: from bytes that nobody can foresee. Bytes that would favour some signs are left out. */
export function codeOf(bytes: Uint8Array): string {
  const fair = 256 - (256 % signs.length)
  const chosen = [...bytes].filter((byte) => byte < fair).slice(0, codeLength)
  if (chosen.length < codeLength) throw new RangeError('too few bytes for a code')
  return chosen.map((byte) => signs[byte % signs.length]).join('')
}

/** `linyi.7K3M9Q2XWT4P` or as somebody types it, `Linyi 7k3m-9q2x-wt4p`: zone and code; null when it cannot be one. */
export function readCode(text: string): { readonly zone: string; readonly code: string } | null {
  const compact = text.normalize('NFKC').trim()
  const [, zone, rest] = /^([a-z][a-z0-9-]*)[.\s:]+(.+)$/i.exec(compact) ?? []
  const code = (rest ?? '').replace(/[\s.-]/g, '').toUpperCase()
  if (zone === undefined || code.length !== codeLength || [...code].some((sign) => !signs.includes(sign))) return null
  return { zone: zone.toLowerCase(), code }
}

/** In groups of four, as it is printed. */
export function printedCode(zone: string, code: string): string {
  return `${zone}.${(code.match(/.{1,4}/g) ?? []).join('-')}`
}
