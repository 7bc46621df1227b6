import { type ReactNode, useEffect, useRef } from 'react'
import './side-sheet.css'

interface Props {
  readonly title: string
  readonly closeLabel: string
  /** Over everything and keeping the focus inside, for small screens; otherwise the page beside it stays in use. */
  readonly modal: boolean
  /** Wide enough for a form, and on phones the whole screen. */
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel at the side (a sheet from below on phones). Escape closes it, and the focus goes back to where it was. */
export function SideSheet({ title, closeLabel, modal, wide = false, onClose, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (modal) element?.showModal()
    else element?.show()
    heading.current?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [modal])
  useEffect(() => {
    const element = dialog.current
    const onKey = (event: KeyboardEvent) => {
      const inner = event.target instanceof Element ? event.target.closest('[data-takes-escape]') : null
      if (event.key === 'Escape' && inner === null) close.current()
    }
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    element?.addEventListener('keydown', onKey)
    element?.addEventListener('cancel', onCancel)
    return () => {
      element?.removeEventListener('keydown', onKey)
      element?.removeEventListener('cancel', onCancel)
    }
  }, [])
  return (
    <dialog ref={dialog} className={wide ? 'side-sheet side-sheet-wide' : 'side-sheet'} aria-label={title}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="side-sheet-close" onClick={onClose} aria-label={closeLabel}>
          ×
        </button>
      </header>
      <div className="side-sheet-body">{children}</div>
    </dialog>
  )
}
