/** What a key does on a focused row. Half days by bracket, whole days by plus and minus. */
export type KeyAction =
  | { readonly do: 'focus'; readonly id: string }
  | { readonly do: 'open' }
  | { readonly do: 'slip'; readonly days: number }
  | { readonly do: 'escape' }

const slips: Readonly<Record<string, number>> = { ']': 0.5, '[': -0.5, '+': 1, '=': 1, '-': -1, _: -1 }

/** `ids` are the rows in drawing order. Null = the key is not ours and keeps its meaning. */
export function keyAction(key: string, ids: readonly string[], focused: string): KeyAction | null {
  const at = ids.indexOf(focused)
  const days = slips[key]
  if (days !== undefined) return { do: 'slip', days }
  if (key === 'Enter') return { do: 'open' }
  if (key === 'Escape') return { do: 'escape' }
  const to = target(key, at, ids.length)
  const id = to === null ? undefined : ids[to]
  return id === undefined ? null : { do: 'focus', id }
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(count - 1, at + 10)
    case 'PageUp':
      return Math.max(0, at - 10)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
