/** The zones keep one time: China's, eight hours ahead of UTC all year. */
const offset = '+08:00'
const offsetMs = 8 * 3_600_000

/** `2026-03-02T01:00:00.000Z` as `2026-03-02T09:00`, what an input of the browser holds. */
export function localMoment(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? '' : new Date(time + offsetMs).toISOString().slice(0, 16)
}

/** The other way, with the offset written out. */
export function instantOf(local: string): string {
  return `${local}${local.length === 16 ? ':00' : ''}${offset}`
}

/** For reading: `2026-03-02 09:00`. */
export function readableMoment(instant: string): string {
  return localMoment(instant).replace('T', ' ')
}
