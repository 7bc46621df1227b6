import { useSyncExternalStore } from 'react'
import type { Language } from '../kernel/label.ts'

/** What one reader chose on this device: language, and 大字 (large print: 18 px text, 44 px controls). */
export interface Preferences {
  readonly language: Language
  readonly large: boolean
}

const storageKey = 'luodi.preferences'
const listeners = new Set<() => void>()
let current = read()

function read(): Preferences {
  const chinese: Preferences = { language: 'zh', large: false }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return chinese
    const { language, large } = stored as Partial<Record<keyof Preferences, unknown>>
    return { language: language === 'en' ? 'en' : 'zh', large: large === true }
  } catch {
    return chinese
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // A browser may refuse storage: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

const darkQuery = '(prefers-color-scheme: dark)'

/** True while the reader's system asks for dark colours. */
export function useDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(darkQuery)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(darkQuery).matches,
  )
}
