import { useEffect, useRef, useState } from 'react'

/**
 * Words as they are typed, told after a pause. What comes from elsewhere (conditions cleared, a step back) takes their place, and what was still
 * to be told is dropped: words that were cleared must not come back.
 */
export function useTyped(words: string, onChange: (words: string) => void, pauseMs: number) {
  const [typed, setTyped] = useState(words)
  const told = useRef(words)
  const tell = useRef(onChange)
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    // Our own words come back: more may have been typed since they were told.
    if (words === told.current) return
    told.current = words
    clearTimeout(pending.current)
    setTyped(words)
  }, [words])
  useEffect(() => () => clearTimeout(pending.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(pending.current)
    pending.current = setTimeout(() => {
      told.current = text
      tell.current(text)
    }, pauseMs)
  }
  return { typed, type }
}
