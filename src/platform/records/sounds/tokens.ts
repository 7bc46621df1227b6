import { forms } from '../forms.ts'
import { hashText, plainSigns } from '../search.ts'
import { type Wanted, wantedOf } from '../wanted.ts'
import { soundsOfForm } from './sounds.ts'
import { completionsOf, cutsOf } from './syllables.ts'

const longestInitials = 3

/**
 * What a name is found by: its syllables, each with the next initial, and three initials in a row, where it ends two. Of a company's form at its
 * end the form alone.
 */
export function tokensOf(sounds: readonly string[], salt: string): number[] {
  const tokens = new Set<number>()
  const starts = startsOf(salt)
  const form = formOf(sounds)
  const own = sounds.length - (form?.sounds.length ?? 0)
  for (let i = 0; i < own; i++) {
    const [piece = '', next, third] = [sounds[i], sounds[i + 1], sounds[i + 2]]
    tokens.add(hashText(piece, starts.syllable))
    if (next === undefined) continue
    tokens.add(hashText(next[0] ?? '', hashText(' ', hashText(piece, starts.half))))
    tokens.add(hashText((piece[0] ?? '') + next[0] + (third?.[0] ?? ''), starts.row))
  }
  if (form) tokens.add(hashText(form.name, starts.form))
  return [...tokens]
}

interface FormSounds {
  readonly name: string
  readonly sounds: readonly string[]
  readonly initials: string
}

let formsRead: readonly FormSounds[] | null = null

function allForms(): readonly FormSounds[] {
  formsRead ??= forms.map((name) => {
    const sounds = soundsOfForm(name)
    return { name, sounds, initials: sounds.map((piece) => piece[0]).join('') }
  })
  return formsRead
}

function formOf(sounds: readonly string[]): FormSounds | undefined {
  return allForms().find((form) => form.sounds.every((piece, i) => piece === sounds.at(i - form.sounds.length)))
}

interface Starts {
  readonly syllable: number
  readonly half: number
  readonly row: number
  readonly form: number
}

/** Hashes of what stands before the sounds: of a load always of the same zone and kind. */
let known: { readonly salt: string; readonly starts: Starts } | null = null

function startsOf(salt: string): Starts {
  if (known?.salt === salt) return known.starts
  const of = (what: string) => hashText(`${salt} ${what} `)
  const starts = { syllable: of('s'), half: of('h'), row: of('i'), form: of('f') }
  known = { salt, starts }
  return starts
}

/** Hashes of the forms in which this may stand: their names have nothing else of it. */
function inForms(salt: string, holds: (form: FormSounds) => boolean): readonly number[] {
  const { form: start } = startsOf(salt)
  return allForms()
    .filter(holds)
    .map(({ name }) => hashText(name, start))
}

/** What a name must have whose initials hold these letters. */
export function initialsWanted(letters: string, salt: string): Wanted {
  const { row } = startsOf(salt)
  const inForm = (some: string) => inForms(salt, ({ initials }) => initials.includes(some))
  if (letters.length < longestInitials) {
    const rows = ['', ...plainSigns].map((third) => hashText(letters + third, row))
    return wantedOf([[...rows, ...inForm(letters)]])
  }
  const count = letters.length - longestInitials + 1
  const rows = Array.from({ length: count }, (_, i) => letters.slice(i, i + longestInitials))
  return wantedOf(rows.map((some) => [hashText(some, row), ...inForm(some)]))
}

/** The last piece is looked for whole where it can end in few ways; else by its initial. */
const mostEnds = 6

/**
 * What a name must have that sounds like these letters, one for each way in which they can be cut; without any hash: nothing narrows it down.
 * A name that sounds so has what at least one of them wants.
 */
export function syllablesWanted(letters: string, salt: string): readonly Wanted[] {
  return cutsOf(letters).map((cut) => wantedOfCut(cut, salt))
}

function wantedOfCut(cut: readonly string[], salt: string): Wanted {
  const starts = startsOf(salt)
  const last = cut.at(-1) ?? ''
  const halves = cut.slice(1).map((next, i) => {
    const [piece, initial] = [cut[i] ?? '', next[0] ?? '']
    const inForm = inForms(salt, ({ sounds }) =>
      sounds.some((one, k) => one === piece && sounds[k + 1]?.startsWith(initial)),
    )
    return [hashText(initial, hashText(' ', hashText(piece, starts.half))), ...inForm]
  })
  const ends = /^\d$/.test(last) ? [last] : completionsOf(last)
  if (ends.length > mostEnds) return wantedOf(halves)
  const whole = ends.map((end) => hashText(end, starts.syllable))
  return wantedOf([...halves, [...whole, ...inForms(salt, ({ sounds }) => sounds.some((one) => ends.includes(one)))]])
}
