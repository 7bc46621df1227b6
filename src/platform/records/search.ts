import type { AnyRecordKind } from '../../kernel/record-kind.ts'

/** Full-width letters and capitals are the same as plain ones; so are Unicode's ways of writing one sign. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What is kept of a record to be searched: its fields folded, one a line, so that no hit spans two. */
export function searchText(values: readonly (string | null | undefined)[]): string {
  return values
    .filter((value) => typeof value === 'string')
    .map((value) => fold(value).replace(/\s+/g, ' '))
    .join('\n')
}

/** The words of a query, each of which must stand somewhere in a record. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(fold(query).split(/\s+/))].filter((word) => word !== '')
}

/** One zone's and kind's hashes say nothing about another's. */
export function saltOf(kind: AnyRecordKind, zoneId: string): string {
  return `${zoneId} ${kind.name}`
}

/** Every sign and every pair of neighbouring signs, as 32-bit hashes: what a record is found by. Two texts of one hash cost a look, never a miss. */
export function gramsOf(text: string, salt: string): number[] {
  const start = hash(salt, offsetBasis)
  const grams = new Set<number>()
  for (const line of text.split('\n')) {
    // What the pair begins with is the hash of its first sign: each sign is hashed alone and behind the one before it.
    let before: number | null = null
    for (const sign of line) {
      if (before !== null) grams.add(hash(sign, before))
      before = hash(sign, start)
      grams.add(before)
    }
  }
  return [...grams]
}

/** What a record that holds all these words must have: of a word of one sign the sign, of a longer one its pairs. */
export function gramsOfWords(words: readonly string[], salt: string): number[] {
  const start = hash(salt, offsetBasis)
  const grams = words.flatMap((word) => {
    const signs = [...word]
    return signs.length === 1
      ? [hash(word, start)]
      : signs.slice(1).map((sign, i) => hash((signs[i] ?? '') + sign, start))
  })
  return [...new Set(grams)]
}

/** A text's hash, as the grams are hashed; it goes on from that of what stands before the text. */
export function hashText(text: string, before = offsetBasis): number {
  return hash(text, before)
}

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a over UTF-16 units, as a signed 32-bit integer. */
function hash(text: string, start: number): number {
  let value = start
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    value = Math.imul(value ^ (unit & 0xff), prime)
    value = Math.imul(value ^ (unit >>> 8), prime)
  }
  return value | 0
}
