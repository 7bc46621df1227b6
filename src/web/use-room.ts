import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Width of an element in em of the page's letters, as it is now; 0 before it is there. Large print makes the em larger and the room smaller. */
export function useRoom(place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const letters = Number.parseFloat(getComputedStyle(element).fontSize) || 16
      setRoom(element.clientWidth / letters)
    }
    // Within the frame that changed the width: drawn one frame later, what no longer fits would stand over its neighbour.
    const watch = new ResizeObserver(() => flushSync(measure))
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [place])
  return room
}
