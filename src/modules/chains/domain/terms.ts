/** Product names of a text, as people separate them (、，；/ or spaces around words), normalised and each once. */
export function termsOf(...texts: readonly (string | null)[]): readonly string[] {
  const terms = texts.flatMap((text) =>
    (text ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .split(/[、,，;；/\n]+/),
  )
  return [...new Set(terms.map((term) => term.replaceAll(/\s+/g, ' ').trim()).filter((term) => term !== ''))]
}

/** Below it two names are called different. */
const leastLikeness = 0.4

/**
 * How alike two product names are, 0 to 1, in Chinese and elsewhere: the same is 1; one within the other counts by how much of it that is;
 * otherwise the share of common pairs of neighbouring signs (Dice), and nothing below a floor.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 2 && long.includes(short)) return 0.6 + (0.4 * short.length) / long.length
  const share = dice(pairsOf(short), pairsOf(long))
  return share < leastLikeness ? 0 : share * 0.8
}

export interface Likest {
  readonly degree: number
  readonly mine: string
  readonly theirs: string
}

/** The two names most alike of two lists; null where one list is empty: nothing is known then. */
export function likest(mine: readonly string[], theirs: readonly string[]): Likest | null {
  let best: Likest | null = null
  for (const a of mine) {
    for (const b of theirs) {
      const degree = likeness(a, b)
      if (best === null || degree > best.degree) best = { degree, mine: a, theirs: b }
    }
  }
  return best
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text]
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}
