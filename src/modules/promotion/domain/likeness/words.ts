/** Comparing short Chinese texts, which have no words: by pairs of neighbouring signs. Dice 1945; Damerau 1964. */

/** Pairs of neighbouring signs, each once; of a single sign the sign. */
export function pairsOf(text: string): readonly string[] {
  const signs = [...text]
  if (signs.length < 2) return signs
  return [...new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))]
}

/** Shared pairs, 0 to 1, each weighted by how rare it is; without weights Dice's coefficient. */
export function shared(
  a: readonly string[],
  b: readonly string[],
  weightOf: (pair: string) => number = () => 1,
): number {
  const other = new Set(b)
  const sum = (pairs: readonly string[]) => pairs.reduce((total, pair) => total + weightOf(pair), 0)
  const whole = sum(a) + sum(b)
  return whole === 0 ? 0 : (2 * sum(a.filter((pair) => other.has(pair)))) / whole
}

/** Whether one sign too many, one too few, or two exchanged neighbours make one text of the other. */
export function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].toSorted((x, y) => x.length - y.length) as [string[], string[]]
  if (long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (long.length > short.length) return same(short.slice(at), long.slice(at + 1))
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return swapped && same(short.slice(at + 2), long.slice(at + 2))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((sign, i) => sign === b[i])
}
