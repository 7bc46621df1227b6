/** What stands around the words of a link: padding on both sides and the gap to the next, in em; the button "More" has an arrow too. */
const around = 1.75
const arrow = 1.9

/** Width of words in em: a Chinese sign is one, a Latin letter a little more than half of it. */
export function widthOf(words: string): number {
  let width = 0
  for (const sign of words) width += sign > '\u2e7f' ? 1 : 0.55
  return width
}

/**
 * How many of these links stand on one line of this width (em), the first ones first. What does not fit is one press further, behind
 * `more`; one link alone gains nothing by being folded away when it fits in the place of `more`.
 */
export function fitting(labels: readonly string[], room: number, more: string): number {
  const widths = labels.map((label) => widthOf(label) + around)
  const all = widths.reduce((sum, width) => sum + width, 0)
  if (all <= room) return labels.length
  let left = room - widthOf(more) - around - arrow
  const first = widths.findIndex((width) => {
    left -= width
    return left < 0
  })
  return Math.max(1, first)
}
