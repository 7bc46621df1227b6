export interface Laned {
  readonly x: number
  readonly label: string
  readonly lane: number
  /** Labels near the right edge are written to the left of their mark. */
  readonly before: boolean
}

/** Rough width of a text at 12 px: a Chinese character is twice a Latin one. */
export function textWidth(text: string, size = 12): number {
  let units = 0
  for (const char of text) units += char.charCodeAt(0) > 0x2e80 ? 1 : 0.56
  return units * size
}

/** Puts labels of `size` px in as few lanes as keep them from covering one another. */
export function laneLabels(marks: readonly { x: number; label: string }[], width: number, size = 12): Laned[] {
  const free: number[] = []
  const pad = 12
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const room = textWidth(mark.label, size) + pad
      const before = mark.x + room > width
      const from = before ? mark.x - room : mark.x - 6
      const to = before ? mark.x + 6 : mark.x + room
      let lane = free.findIndex((end) => end <= from)
      if (lane < 0) lane = free.length
      free[lane] = to
      return { ...mark, lane, before }
    })
}
