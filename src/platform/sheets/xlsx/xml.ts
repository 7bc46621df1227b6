const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of an element as it is meant: references resolved, ends of lines as XML reads them. */
export function decoded(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!plain.includes('&')) return plain
  return plain.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, number, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of an attribute in the head of an element, asked for as ` r="`; undefined where it has none. */
export function attribute(head: string, mark: string): string | undefined {
  const at = head.indexOf(mark)
  if (at < 0) return undefined
  const from = at + mark.length
  const to = head.indexOf('"', from)
  return to < 0 ? undefined : head.slice(from, to)
}

const escaped = /_x([0-9A-Fa-f]{4})_/g

/** `_x000D_` in a text of a workbook is that character (ISO/IEC 29500, 22.4.2.4); what XML does not allow stays as it stands. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escaped, (whole, hex) => {
    const code = Number.parseInt(hex, 16)
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0x7f && code < 0xfffe)
    return allowed && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCharCode(code) : whole
  })
}

function withoutPronunciation(body: string): string {
  const [first = '', ...others] = body.split('<rPh')
  return [first, ...others.map((part) => part.split('</rPh>')[1] ?? '')].join('')
}

/** The texts of a string of the workbook, formatted runs joined; what says how it is pronounced is left out. */
export function stringOf(body: string): string {
  const spoken = body.includes('<rPh') ? withoutPronunciation(body) : body
  let text = ''
  for (let at = 0; ; ) {
    const open = spoken.indexOf('<t', at)
    if (open < 0) return unescaped(decoded(text))
    const end = spoken.indexOf('>', open)
    if (end < 0) return unescaped(decoded(text))
    const next = spoken.charCodeAt(open + 2)
    const isText = next === 0x20 || next === 0x3e
    if (!isText || spoken.charCodeAt(end - 1) === 0x2f) {
      at = end
      continue
    }
    const close = spoken.indexOf('</t>', end)
    if (close < 0) return unescaped(decoded(text))
    text += spoken.slice(end + 1, close)
    at = close
  }
}
