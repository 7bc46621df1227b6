import { type RefObject, useEffect, useRef } from 'react'

interface CaseKeys {
  /** J and K: to the case after or before this one. */
  readonly onWalk?: ((by: 1 | -1) => void) | undefined
}

/**
 * Keys of an open case while the focus is in its drawer or on its page and nothing is typed: a digit presses the button of that step,
 * J and K walk along the list.
 */
export function useCaseKeys(place: RefObject<HTMLElement | null>, { onWalk }: CaseKeys): void {
  const walk = useRef(onWalk)
  walk.current = onWalk
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const within = place.current?.closest('dialog, main')
      if (!within || event.ctrlKey || event.metaKey || event.altKey || !isAtRest(event.target, within)) return
      if (event.key === 'j') walk.current?.(1)
      else if (event.key === 'k') walk.current?.(-1)
      else if (!pressStep(place.current, event.key)) return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [place])
}

function isAtRest(target: EventTarget | null, within: Element): boolean {
  if (target === document.body) return true
  return target instanceof Element && within.contains(target) && target.closest('input, textarea, select') === null
}

function pressStep(place: HTMLElement | null, key: string): boolean {
  const button = /^[1-9]$/.test(key) ? place?.querySelector<HTMLElement>(`[data-step="${key}"]`) : null
  button?.click()
  return Boolean(button)
}
