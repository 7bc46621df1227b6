/** Orders texts by code point, the tie-breaker everywhere: the same on every machine, whatever its locale. */
export function byCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  let i = 0
  while (i < shared && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === shared) return a.length - b.length
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
}

/** UTF-16 puts surrogates (U+10000 and above) before U+E000…U+FFFF; by code point they come after. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** The later of two days `YYYY-MM-DD`. */
export function laterOf(a: string, b: string): string {
  return byCodePoint(a, b) < 0 ? b : a
}

/** The earlier of two days `YYYY-MM-DD`. */
export function earlierOf(a: string, b: string): string {
  return byCodePoint(b, a) < 0 ? b : a
}
