import { type AnyRecordKind, fieldOf, titleField } from '../../../kernel/record-kind.ts'
import { type Form, formAtEnd } from '../forms.ts'
import { fold } from '../search.ts'
import { dictionary } from './dictionary.ts'

/** How a name sounds, one piece a sign: `临猗A1` → `lin yi a 1`. Marks are left out. */
export function soundsOf(name: string): readonly string[] {
  const form = formAtEnd(name)
  return form === undefined ? piecesOf(name) : [...piecesOf(name.slice(0, -form.length)), ...soundsOfForm(form)]
}

const formSounds = new Map<Form, readonly string[]>()

/** Read once: nearly every name ends with one. */
export function soundsOfForm(form: Form): readonly string[] {
  const sounds = formSounds.get(form) ?? read(form)
  formSounds.set(form, sounds)
  return sounds
}

/** Sign by sign where each has one reading; else the dictionary looks at the whole, which costs ten times as much. */
function piecesOf(name: string): readonly string[] {
  const pieces: string[] = []
  for (const sign of name) {
    const reading = readingOf(sign)
    if (reading === null) return read(name)
    if (reading !== '') pieces.push(reading)
  }
  return pieces
}

/** By sign how it sounds, '' for a mark; null when its neighbours decide. */
const readings = new Map<string, string | null>()

function readingOf(sign: string): string | null {
  const known = readings.get(sign)
  if (known !== undefined) return known
  const all = new Set(dictionary()(sign, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true, multiple: true }))
  const reading = all.size > 1 ? null : (read(sign)[0] ?? '')
  readings.set(sign, reading)
  return reading
}

function read(text: string): readonly string[] {
  const pieces = dictionary()(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
  return pieces.map(fold).filter((piece) => /^[a-z]+$|^\d$/.test(piece))
}

/** The name of a record by which it is called in the command menu; null when its kind's title is not searched. */
export function soundedTitle(kind: AnyRecordKind, values: Readonly<Record<string, unknown>>): string | null {
  const title = titleField(kind)
  const value = values[title]
  if (!kind.search.includes(title) || fieldOf(kind, title).personal !== undefined) return null
  return typeof value === 'string' && value !== '' ? value : null
}

const wide = 0xfee0

/** Initials are kept in full-width signs, which folded words never hold: so they are found by initials only. */
export function initialsKey(letters: string): string {
  return letters.replace(/[a-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + wide))
}

/** What stands in the search text of a record for its sounds: two lines, initials and syllables. */
export function soundLines(sounds: readonly string[]): string {
  if (sounds.length === 0) return ''
  let [initials, syllables] = ['', '']
  for (const piece of sounds) {
    const { initial, syllable } = writtenOf(piece)
    initials += initial
    syllables += syllable
  }
  return `\n${initials}\n${syllables}`
}

interface Written {
  readonly initial: string
  readonly syllable: string
}

const written = new Map<string, Written>()

/** Pieces are syllables, letters and digits: some hundreds. */
function writtenOf(piece: string): Written {
  const known = written.get(piece)
  if (known) return known
  const made = { initial: initialsKey(piece[0] ?? ''), syllable: `'${piece.toUpperCase()}` }
  written.set(piece, made)
  return made
}

/** A pattern of PostgreSQL that finds these letters from the beginning of a syllable on, over syllables: of `[a-z0-9]` only. */
export function syllablePattern(letters: string): string {
  return `'${[...letters.toUpperCase()].join("'?")}`
}
