type Listener = () => void

const listeners = new Set<Listener>()

/** Told whenever the server answers that nobody is signed in (any more), whichever request learned it. */
export function whenSignedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function tellSignedOut(): void {
  for (const listener of listeners) listener()
}
