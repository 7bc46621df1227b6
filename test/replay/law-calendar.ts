/**
 * A calendar that walks day by day, written from the notices alone: it shares no line with src/kernel. A day is off when a notice says
 * so, or when it is a Saturday or Sunday that no notice makes a working day; a later correction goes before an earlier notice.
 */
export interface Notices {
  readonly off: ReadonlySet<string>
  readonly work: ReadonlySet<string>
}

const oneDay = 24 * 60 * 60 * 1000

const following = new Map<string, string>()

export function nextDay(day: string, by = 1): string {
  if (by !== 1) return moved(day, by)
  const known = following.get(day)
  if (known !== undefined) return known
  const next = moved(day, 1)
  following.set(day, next)
  return next
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * oneDay).toISOString().slice(0, 10)
}

export function isWorked(day: string, { off, work }: Notices): boolean {
  if (off.has(day)) return false
  if (work.has(day)) return true
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** The day itself when it is worked, else the first worked day after it. */
export function onOrAfter(day: string, notices: Notices): string {
  let found = day
  while (!isWorked(found, notices)) found = nextDay(found)
  return found
}

/** Notices with single days corrected afterwards: off, or worked after all. */
export function corrected(
  notices: Notices,
  days: readonly { readonly day: string; readonly worked: boolean }[],
): Notices {
  const off = new Set(notices.off)
  const work = new Set(notices.work)
  for (const { day, worked } of days) {
    off.delete(day)
    work.delete(day)
    ;(worked ? work : off).add(day)
  }
  return { off, work }
}
