import type { Label, Language } from '../kernel/label.ts'
import { usePreferences } from './preferences.ts'

/** Says a label in the reader's language. Data without an English name is shown as entered. */
export type Say = (label: Label) => string

const sayers: Record<Language, Say> = { zh: (label) => label.zh, en: (label) => label.en || label.zh }

export function useText(): Say {
  return sayers[usePreferences().language]
}

export function useLanguage(): Language {
  return usePreferences().language
}

/** A label inline, for places where a hook is in the way. */
export function Text({ label }: { readonly label: Label }) {
  return useText()(label)
}

/** A row of the catalogue carries its names as two columns. */
export function named(row: { readonly name_zh: string; readonly name_en?: string | undefined }): Label {
  return { zh: row.name_zh, en: row.name_en ?? '' }
}
