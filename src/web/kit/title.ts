import { useEffect } from 'react'
import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'

/** Names the page in the browser's tab and history. */
export function useTitle(label: Label): void {
  const say = useText()
  const title = `${say(label)} · ${say({ zh: '落地', en: 'Luodi' })}`
  useEffect(() => {
    document.title = title
  }, [title])
}
