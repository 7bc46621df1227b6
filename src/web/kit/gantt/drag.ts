import { type PointerEvent, useRef, useState } from 'react'
import { offsetAt, type Scale, xOf } from './scale.ts'

export interface Dragged {
  readonly id: string
  /** Pixels that follow the pointer, snapped to half working days. */
  readonly moved: number
  readonly days: number
}

/** Days that a bar starting at `from` is moved by when the pointer has gone `pixels`: half working days. */
export function draggedDays(scale: Scale, from: number, pixels: number): number {
  const there = Math.max(0, xOf(scale, from) + pixels)
  return Math.round((offsetAt(scale, there) - from) * 2) / 2
}

export interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<SVGElement>) => void
  readonly onPointerMove: (event: PointerEvent<SVGElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
}

interface DragSlip {
  readonly dragged: Dragged | null
  readonly bind: (id: string, from: number) => DragHandlers
}

/** Dragging a bar slips its row; nothing happens until the pointer is let go. */
export function useDragSlip(scale: Scale, onSlip: ((id: string, days: number) => void) | undefined): DragSlip {
  const origin = useRef<number | null>(null)
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const stop = () => {
    origin.current = null
    setDragged(null)
  }
  const bind: DragSlip['bind'] = (id, from) => ({
    onPointerDown: (event) => {
      if (!onSlip || event.button !== 0) return
      origin.current = event.clientX
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event) => {
      if (origin.current === null) return
      const days = draggedDays(scale, from, event.clientX - origin.current)
      const moved = from + days < 0 ? 0 : xOf(scale, from + days) - xOf(scale, from)
      setDragged({ id, days, moved })
    },
    onPointerUp: () => {
      if (dragged && dragged.id === id && dragged.days !== 0) onSlip?.(id, dragged.days)
      stop()
    },
    onPointerCancel: stop,
  })
  return { dragged, bind }
}
