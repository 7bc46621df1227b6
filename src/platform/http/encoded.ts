const scratch = Buffer.allocUnsafe(256 * 1024)
const encoder = new TextEncoder()
/** Of one UTF-16 unit. */
const bytesAtMost = 3

/** Shorter ones Node writes together with their head. */
const worthIt = 4_096

/** A text as it is best sent: a long one in UTF-8. Node measures a text before it writes it, which takes as long again: a page of a list is written down first, and then measured. */
export function encoded(text: string): Buffer | string {
  if (text.length < worthIt) return text
  if (text.length * bytesAtMost > scratch.length) return Buffer.from(text)
  const { written } = encoder.encodeInto(text, scratch)
  return Buffer.from(scratch.subarray(0, written))
}
