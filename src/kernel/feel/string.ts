const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' }
const escapeSign = /\\(?:u([0-9a-f]{1,6})|(["\\nrt]))/gi

/** The value of a FEEL string literal, quotes included in the text: `\" \\ \n \r \t \uXXXX \uXXXXXX`; other backslashes stay. */
export function parseString(literal: string): string {
  return literal.slice(1, -1).replace(escapeSign, (whole, digits?: string, sign?: string) => {
    if (digits === undefined) return escapes[sign?.toLowerCase() ?? ''] ?? whole
    const point = Number.parseInt(digits, 16)
    return point > 0x10ffff ? whole : String.fromCodePoint(point)
  })
}
