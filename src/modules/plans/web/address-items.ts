/**
 * Lists and pairs in one query parameter, in characters that an address leaves as they are:
 * items are joined by `~`, a key and its value by the first `.`; `!` escapes the three.
 */
const escapes: Record<string, string> = { '!': '!e', '~': '!t', '.': '!d' }
const plain: Record<string, string> = { '!e': '!', '!t': '~', '!d': '.' }

const escapeItem = (text: string) => text.replace(/[!~]/g, (c) => escapes[c] ?? c)
const escapeKey = (text: string) => text.replace(/[!~.]/g, (c) => escapes[c] ?? c)
const restore = (text: string) => text.replace(/![etd]/g, (c) => plain[c] ?? c)

export function joinItems(items: readonly string[]): string {
  return items.map(escapeItem).join('~')
}

export function splitItems(text: string): string[] {
  return text === '' ? [] : text.split('~').filter(Boolean).map(restore)
}

export function joinPairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([key, value]) => `${escapeKey(key)}.${escapeItem(value)}`).join('~')
}

/** Items without a `.` have an empty value. */
export function splitPairs(text: string): [string, string][] {
  const items = text === '' ? [] : text.split('~').filter(Boolean)
  return items.map((item) => {
    const at = item.indexOf('.')
    return at < 0 ? [restore(item), ''] : [restore(item.slice(0, at)), restore(item.slice(at + 1))]
  })
}
