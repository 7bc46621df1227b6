/** What stands between the last `@` and the place of writing, when it could still become a name; null otherwise. */
export function mentionAt(text: string, place: number): { readonly from: number; readonly words: string } | null {
  const before = text.slice(0, place)
  const from = before.lastIndexOf('@')
  if (from === -1) return null
  const words = before.slice(from + 1)
  return words.length <= 20 && !/\s/.test(words) ? { from, words } : null
}

/** The text with the name in place of what was typed of it, and where writing goes on. */
export function withMention(
  text: string,
  place: number,
  name: string,
): { readonly text: string; readonly place: number } {
  const at = mentionAt(text, place)
  if (at === null) return { text, place }
  const head = `${text.slice(0, at.from)}@${name} `
  return { text: head + text.slice(place), place: head.length }
}

/** Those whose names still stand in the text. */
export function stillNamed<P extends { readonly name: string }>(text: string, people: readonly P[]): readonly P[] {
  return people.filter(({ name }) => text.includes(`@${name}`))
}
