import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 47.9rem)'

/** True on screens too narrow for a list with something beside it, or for a chart. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(narrow)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(narrow).matches,
  )
}
