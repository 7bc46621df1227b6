import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { gramsOf, saltOf, searchText } from './search.ts'
import { soundedTitle, soundLines, soundsOf } from './sounds/sounds.ts'
import { tokensOf } from './sounds/tokens.ts'

/** What is kept of a record to be searched: its text with the sounds of its name beneath, and hashes of signs and of sounds. */
export interface SearchEntry {
  readonly text: string
  readonly grams: readonly number[]
  readonly sounds: readonly number[]
}

export function searchEntry(
  kind: AnyRecordKind,
  zoneId: string,
  values: Readonly<Record<string, unknown>>,
): SearchEntry {
  const text = searchText(kind.search.map((name) => values[name] as string | null | undefined))
  const salt = saltOf(kind, zoneId)
  const title = soundedTitle(kind, values)
  const sounds = title === null ? [] : soundsOf(title)
  return { text: text + soundLines(sounds), grams: gramsOf(text, salt), sounds: tokensOf(sounds, salt) }
}
