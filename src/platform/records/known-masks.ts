const keptMs = 300_000
const keptAtMost = 20_000

type Masks = Map<string, string>

/** What is asked for goes on into the young; the old are let go of as a whole. So what nobody may ask for any more is gone after twice the time. */
let young: Masks = new Map()
let old: Masks = new Map()
let turning: NodeJS.Timeout | undefined

/**
 * How sealed values look to who may not see them, kept in the process: opening them is most of what a list of people costs. By the ciphertext and
 * its place, of which the mask follows, so that nothing kept can be of an older value. Ask only for records whose key stands: that is never kept.
 */
export function knownMask(place: string, sealed: string): string | undefined {
  const name = nameOf(place, sealed)
  const known = young.get(name)
  if (known !== undefined) return known
  const older = old.get(name)
  if (older !== undefined) keepMask(place, sealed, older)
  return older
}

export function keepMask(place: string, sealed: string, mask: string): void {
  if (young.size >= keptAtMost) turn()
  young.set(nameOf(place, sealed), mask)
  turning ??= setTimeout(turn, keptMs).unref()
}

/** A person was erased: where that was done, what is kept of it goes at once. */
export function forgetMasks(): void {
  young = new Map()
  old = new Map()
  clearTimeout(turning)
  turning = undefined
}

function turn(): void {
  old = young
  young = new Map()
  clearTimeout(turning)
  turning = old.size > 0 ? setTimeout(turn, keptMs).unref() : undefined
}

function nameOf(place: string, sealed: string): string {
  return `${place} ${sealed}`
}
