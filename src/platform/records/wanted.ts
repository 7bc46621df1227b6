/** What an entry must have to be looked at: all of these hashes, and of the others, if there are any, at least one. */
export interface Wanted {
  readonly all: readonly number[]
  readonly any: readonly number[]
}

/**
 * From what a word is made of, each as the hashes of which an entry has one: where there is but one, it must be there. Of the others that with
 * the fewest is asked for, and the rest left to the record's text.
 */
export function wantedOf(parts: readonly (readonly number[])[]): Wanted {
  const all = new Set(parts.flatMap((part) => (part.length === 1 ? part : [])))
  const [any = []] = parts.filter((part) => part.length > 1).toSorted((a, b) => a.length - b.length)
  return { all: [...all], any }
}
