import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './popover.css'

interface PopoverProps {
  readonly label: ReactNode
  /** Which edge of the button the panel hangs from. */
  readonly align?: 'start' | 'end'
  /** Marks the button: what is chosen within it is in force. */
  readonly active?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A button with a panel beneath it. Escape, a press elsewhere or leaving it by Tab closes it. */
export function Popover({ label, align = 'start', active = false, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    addEventListener('pointerdown', onPress)
    return () => removeEventListener('pointerdown', onPress)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the panel within
    <div
      ref={whole}
      className="popover"
      data-takes-escape={open || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
      onBlur={(event) => {
        const to = event.relatedTarget
        if (to instanceof Node && !whole.current?.contains(to)) setOpen(false)
      }}
    >
      <Button
        ref={button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className={active ? 'popover-active' : ''}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </Button>
      {open && (
        <div id={id} className={`popover-panel popover-${align}`}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
