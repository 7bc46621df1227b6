import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export type PrintMode = 'chart' | 'list'

/** Lays out the sheet that was asked for, then opens the browser's print dialog; its own print command prints the lists. */
export function usePrint(): { mode: PrintMode | null; print: (mode: PrintMode) => void } {
  const [mode, setMode] = useState<PrintMode | null>(null)
  useEffect(() => {
    const before = () => flushSync(() => setMode((current) => current ?? 'list'))
    const after = () => setMode(null)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  const print = (wanted: PrintMode) => {
    flushSync(() => setMode(wanted))
    window.print()
  }
  return { mode, print }
}
