import { useEffect, useRef } from 'react'

/** J and K move the focus along the rows' links while the reader is on the page and not typing; Enter follows a link by itself. */
export function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !atRest(event.target)) return
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step === 0) return
      const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      const next = links[Math.min(links.length - 1, Math.max(0, at + step))]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return body
}

/** On the page itself: neither in an input nor in the header nor in a dialog. */
function atRest(target: EventTarget | null): boolean {
  if (target === document.body) return true
  if (!(target instanceof HTMLElement) || target.isContentEditable) return false
  return target.closest('main') !== null && target.closest('input, select, textarea, dialog') === null
}
