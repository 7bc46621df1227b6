import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { formAtEnd, forms } from './forms.ts'
import { type Wanted, wantedOf } from './wanted.ts'

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

/**
 * The hashes that a text is found by, of 32 bits: of its signs and of its pairs of neighbouring signs. Left out is what others say: the signs of a
 * company's form at the end of a line (one hash for the form), and a letter or digit before another one (their pair). Two texts of one hash cost
 * a look, never a miss. Entries of before 30 November 2026 have what is left out too, and not the form's.
 */
export function gramsOf(text: string, salt: string): number[] {
  const start = hash(salt, offsetBasis)
  const grams = new Set<number>()
  for (const line of text.split('\n')) {
    const form = formAtEnd(line)
    const own = form === undefined ? line.length : line.length - form.length
    // What the pair begins with is the hash of its first sign: each sign is hashed alone and behind the one before it.
    let [before, sign, at] = [start, '', 0]
    for (const next of line) {
      if (sign !== '') {
        grams.add(hash(next, before))
        if (!(isPlain(sign) && isPlain(next))) grams.add(before)
      }
      if (at >= own) break
      at += next.length
      sign = next
      before = hash(next, start)
    }
    if (form !== undefined) grams.add(hash(form, start))
    else if (sign !== '') grams.add(before)
  }
  return [...grams]
}

/** What a record that holds all these words must have: of a word of one sign the sign, of a longer one its pairs. */
export function gramsOfWords(words: readonly string[], salt: string): Wanted {
  const start = hash(salt, offsetBasis)
  return wantedOf(
    words.flatMap((word) => {
      const signs = [...word]
      const pieces = signs.length === 1 ? signs : signs.slice(1).map((sign, i) => (signs[i] ?? '') + sign)
      return pieces.map((piece) => [piece, ...standIns(piece)].map((one) => hash(one, start)))
    }),
  )
}

/** Under what else a record may be entered that holds these one or two signs. */
function standIns(piece: string): readonly string[] {
  return isPlain(piece) ? plainSigns.map((next) => piece + next) : forms.filter((form) => form.includes(piece))
}

/** The signs that codes are made of: next to each other they say enough in pairs. */
export const plainSigns: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789']

function isPlain(sign: string): boolean {
  return sign.length === 1 && ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'))
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
