import { useEffect, useState } from 'react'

/** The value a moment after it last changed. */
export function useSlow<T>(value: T, pauseMs = 200): T {
  const [slow, setSlow] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return slow
}
