const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' }

/** The value of a FEEL string literal, quotes included in the text: `\" \\ \n \r \t \uXXXX`, other backslashes stay. */
export function parseString(literal: string): string {
  return literal.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|(["\\nrt]))/g, (whole, unit?: string, sign?: string) => {
    if (unit) return String.fromCharCode(Number.parseInt(unit, 16))
    return escapes[sign ?? ''] ?? whole
  })
}
