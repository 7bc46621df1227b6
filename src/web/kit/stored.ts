/** A browser may refuse storage; what is kept there then lasts as long as the page. */
export function readStored(storage: 'local' | 'session', key: string): string | null {
  try {
    return place(storage).getItem(key)
  } catch {
    return null
  }
}

export function writeStored(storage: 'local' | 'session', key: string, value: string | null): void {
  try {
    if (value === null) place(storage).removeItem(key)
    else place(storage).setItem(key, value)
  } catch {
    // See above.
  }
}

/** Forgets every entry whose key begins so. */
export function forgetStored(storage: 'local' | 'session', prefix: string): void {
  try {
    for (const key of Object.keys(place(storage)).filter((name) => name.startsWith(prefix))) {
      place(storage).removeItem(key)
    }
  } catch {
    // See above.
  }
}

function place(storage: 'local' | 'session'): Storage {
  return storage === 'local' ? localStorage : sessionStorage
}
