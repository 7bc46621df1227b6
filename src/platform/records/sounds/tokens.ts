import { hashText } from '../search.ts'
import { completionsOf, cutsOf } from './syllables.ts'

const longestInitials = 4
const shortestInitials = 2

/** What a name is found by: its syllables, neighbouring ones, a syllable with the next initial, and two to four initials in a row. */
export function tokensOf(sounds: readonly string[], salt: string): number[] {
  const tokens = new Set<number>()
  const initials = sounds.map((piece) => piece[0] ?? '').join('')
  for (const [i, piece] of sounds.entries()) {
    const next = sounds[i + 1]
    tokens.add(syllable(piece, salt))
    if (next !== undefined) {
      tokens.add(pair(piece, next, salt))
      tokens.add(half(piece, next, salt))
    }
    for (let length = shortestInitials; length <= longestInitials && i + length <= initials.length; length++) {
      tokens.add(row(initials.slice(i, i + length), salt))
    }
  }
  return [...tokens]
}

const syllable = (piece: string, salt: string) => hashText(`${salt} s ${piece}`)
const pair = (piece: string, next: string, salt: string) => hashText(`${salt} p ${piece} ${next}`)
const half = (piece: string, next: string, salt: string) => hashText(`${salt} h ${piece} ${next[0]}`)
const row = (initials: string, salt: string) => hashText(`${salt} i ${initials}`)

/** What a name must have whose initials hold these letters. */
export function initialsWanted(letters: string, salt: string): readonly number[] {
  const length = Math.min(letters.length, longestInitials)
  const count = letters.length - length + 1
  return Array.from({ length: count }, (_, i) => row(letters.slice(i, i + length), salt))
}

/** The last piece is looked for whole where it can end in few ways; else by its initial. */
const mostEnds = 6

/**
 * What a name must have that sounds like these letters, one list for each way in which they can be read; an empty list: nothing narrows it
 * down. A name that sounds so has all of at least one list.
 */
export function syllablesWanted(letters: string, salt: string): readonly (readonly number[])[] {
  return cutsOf(letters).flatMap((cut) => waysOf(cut, salt))
}

function waysOf(cut: readonly string[], salt: string): readonly (readonly number[])[] {
  const last = cut.at(-1) ?? ''
  const whole = cut.slice(0, -1)
  const ends = /^\d$/.test(last) ? [last] : completionsOf(last)
  const before = whole.at(-1)
  const pairs = whole.slice(1).map((piece, i) => pair(whole[i] ?? '', piece, salt))
  if (before === undefined) return ends.length <= mostEnds ? ends.map((end) => [syllable(end, salt)]) : [[]]
  if (ends.length > mostEnds) return [[...pairs, half(before, last, salt)]]
  return ends.map((end) => [...pairs, pair(before, end, salt)])
}
