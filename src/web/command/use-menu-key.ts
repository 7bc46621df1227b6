import { useEffect, useState } from 'react'

/**
 * Whether the command menu is wanted. Listens from the first moment of the page: who presses Ctrl+K while the bar of the signed-in is
 * still on its way gets the menu when it is there. `possible` is false for a visitor, whose browser keeps the key.
 */
export function useMenuKey(possible: boolean): readonly [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!possible) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setWanted(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [possible])
  return [wanted, setWanted]
}
