import { type RefObject, useEffect, useState } from 'react'

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
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [place])
  return room
}
