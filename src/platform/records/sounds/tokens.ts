import { hashText } from '../search.ts'
import { completionsOf, cutsOf } from './syllables.ts'

const longestInitials = 3
const shortestInitials = 2

/** What a name is found by: its syllables, neighbouring ones, a syllable with the next initial, and two or three initials in a row. */
export function tokensOf(sounds: readonly string[], salt: string): number[] {
  const tokens = new Set<number>()
  const starts = startsOf(salt)
  for (const [i, piece] of sounds.entries()) {
    const next = sounds[i + 1]
    tokens.add(hashText(piece, starts.syllable))
    if (next !== undefined) {
      tokens.add(hashText(next, hashText(' ', hashText(piece, starts.pair))))
      tokens.add(hashText(next[0] ?? '', hashText(' ', hashText(piece, starts.half))))
    }
    let initials = starts.row
    for (let length = 1; length <= longestInitials && i + length <= sounds.length; length++) {
      initials = hashText(sounds[i + length - 1]?.[0] ?? '', initials)
      if (length >= shortestInitials) tokens.add(initials)
    }
  }
  return [...tokens]
}

interface Starts {
  readonly syllable: number
  readonly pair: number
  readonly half: number
  readonly row: number
}

/** Hashes of what stands before the sounds: of a load always of the same zone and kind. */
let known: { readonly salt: string; readonly starts: Starts } | null = null

function startsOf(salt: string): Starts {
  if (known?.salt === salt) return known.starts
  const of = (what: string) => hashText(`${salt} ${what} `)
  const starts = { syllable: of('s'), pair: of('p'), half: of('h'), row: of('i') }
  known = { salt, starts }
  return starts
}

const syllable = (piece: string, salt: string) => hashText(piece, startsOf(salt).syllable)
const pair = (piece: string, next: string, salt: string) => hashText(`${piece} ${next}`, startsOf(salt).pair)
const half = (piece: string, next: string, salt: string) => hashText(`${piece} ${next[0]}`, startsOf(salt).half)
const row = (initials: string, salt: string) => hashText(initials, startsOf(salt).row)

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
