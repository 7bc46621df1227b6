import { sql } from 'kysely'
import { type AnyRecordKind, fieldOf, titleField } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import { candidates, isTooCommon, type Way } from './candidates.ts'
import type { Condition } from './filters.ts'
import { gramsOfWords, saltOf, wordsOf } from './search.ts'
import { initialsKey, syllablePattern } from './sounds/sounds.ts'
import { initialsWanted, syllablesWanted } from './sounds/tokens.ts'

interface Asked {
  readonly kind: AnyRecordKind
  readonly zoneId: string
  readonly query: string
}

/**
 * The conditions of a search: every word stands somewhere in the record's text, or letters say how its name sounds (`hdsp`, `huade`).
 * First the hashes name the candidates, then the record's own text decides.
 */
export async function searchConditions(db: Database, asked: Asked): Promise<readonly Condition[]> {
  const words = wordsOf(asked.query)
  if (words.length === 0) return []
  const ids = await candidatesOf(db, asked)
  const inText = textConditions(asked.kind, words)
  return ids === null ? inText : [amongIds(ids), ...inText]
}

/** Ids of all records in which the words may stand; null when they are too many to be named. */
export async function candidatesOf(db: Database, asked: Asked): Promise<readonly string[] | null> {
  return (await candidates(db, asked.zoneId, waysOf(asked))).get(asked.kind.name) ?? null
}

export function amongIds(ids: readonly string[]): Condition {
  return sql`t.id = any(${[...ids]}::uuid[])`
}

/** The only way to these words, by signs; null where letters may be sounds too, and where the words are known to be read in the list's order anyway. */
export function wayBySigns(asked: Asked): Way | null {
  const [way, ...others] = waysOf(asked)
  return way === undefined || others.length > 0 || isTooCommon(way) ? null : way
}

/** The ways by which records of the kind can be found; together they miss none. */
export function waysOf({ kind, zoneId, query }: Asked): readonly Way[] {
  const words = wordsOf(query)
  const salt = saltOf(kind, zoneId)
  const plain = words.filter((word) => !isSound(kind, word))
  const [sound] = words.filter((word) => isSound(kind, word))
  const of = kind.name
  if (sound === undefined || plain.length > 0) return [{ of, by: 'grams', ...gramsOfWords(plain, salt) }]
  return [
    { of, by: 'grams', ...gramsOfWords([sound], salt) },
    { of, by: 'sounds', ...initialsWanted(sound, salt) },
    ...syllablesWanted(sound, salt).map((wanted): Way => ({ of, by: 'sounds', ...wanted })),
  ]
}

export function textConditions(kind: AnyRecordKind, words: readonly string[]): readonly Condition[] {
  return words.map((word) => {
    const inText = sql<boolean>`strpos(t.search_text, ${word}) > 0`
    if (!isSound(kind, word)) return inText
    const initials = sql<boolean>`strpos(t.search_text, ${initialsKey(word)}) > 0`
    return sql<boolean>`(${inText} or ${initials} or t.search_text ~ ${syllablePattern(word)})`
  })
}

/** Letters and digits from two on may say how the name of a record sounds, where its kind's name is searched. */
function isSound(kind: AnyRecordKind, word: string): boolean {
  const title = titleField(kind)
  return /^[a-z0-9]{2,40}$/.test(word) && kind.search.includes(title) && fieldOf(kind, title).personal === undefined
}
