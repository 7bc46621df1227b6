import { isWorked, type Notices, nextDay, onOrAfter } from './law-calendar.ts'

/**
 * What a limit says on a day, by the text of the law and one day after the other (行政许可法 第32、42、44、45、82条; 民法典 第201、203条):
 * - the day of an event does not count (201): counting begins on the day after; the day on which a limit is stopped still counts, the
 *   day on which it goes on does not;
 * - working days are those of the calendar; where a law counts calendar days, a last day that is off moves to the next worked day (203);
 * - time of a special procedure is left out (45); an extension adds its days (42).
 * Shares no line with src/kernel.
 */
export interface Limit {
  readonly days: number
  readonly unit: 'workday' | 'calendarDay'
  readonly from: string
  /** In the order of time: when it stopped, went on, was given more days, was over. */
  readonly events: readonly LimitEvent[]
}

export interface LimitEvent {
  readonly what: 'stop' | 'go' | 'more' | 'over'
  readonly on: string
  readonly days?: number
}

export interface Reading {
  readonly total: number
  readonly used: number
  readonly left: number
  readonly dueOn: string | null
  readonly late: number
  readonly overdue: boolean
}

const farAway = 5000

/** Reads the limit on a day; nothing that happens later is known yet. */
export function readLimit(limit: Limit, today: string, notices: Notices): Reading {
  const events = limit.events.filter(({ on }) => on <= today)
  const total = limit.days + events.reduce((sum, { what, days = 0 }) => sum + (what === 'more' ? days : 0), 0)
  const over = events.find(({ what }) => what === 'over')?.on
  const now = over ?? today
  const counts = countingDays(limit, { events, notices, total, today })
  const dueOn = dueDay(limit, { total, counts, notices, events })
  const within = (from: string, to: string) => counts.filter((day) => day > from && day <= to).length
  const used = within(limit.from, now)
  return {
    total,
    used,
    left: dueOn === null ? total - used : now >= dueOn ? 0 : within(now, dueOn),
    dueOn,
    late: dueOn === null ? 0 : within(dueOn, now),
    overdue: dueOn !== null && now > dueOn,
  }
}

/** Every day after the first that counts, far into the future when nothing stops it. */
function countingDays(
  { from, unit }: Limit,
  { events, notices, total, today }: Omit<Given, 'counts'> & { readonly today: string },
): string[] {
  const stops = events.filter(({ what }) => what === 'stop' || what === 'go')
  const last = stops.at(-1)
  const stands = last?.what === 'stop'
  const end = stands ? last.on : nextDay(from, farAway)
  const days: string[] = []
  let running = true
  let next = 0
  for (let day = from, n = 0; day <= end && n <= farAway; day = nextDay(day), n++) {
    // What happened on the day before has its effect from today on.
    while (next < stops.length && (stops[next] as LimitEvent).on < day) {
      running = (stops[next] as LimitEvent).what === 'go'
      next++
    }
    if (day > from && running && (unit === 'calendarDay' || isWorked(day, notices))) days.push(day)
    if (!stands && next >= stops.length && day > today && days.length > total + longestHoliday) break
  }
  return days
}

/** A last day that is off moves by no more. */
const longestHoliday = 20

interface Given {
  readonly total: number
  readonly counts: readonly string[]
  readonly notices: Notices
  readonly events: readonly LimitEvent[]
}

function dueDay({ from, unit }: Limit, { total, counts, notices }: Given): string | null {
  if (total === 0) return onOrAfter(from, notices)
  const day = counts[total - 1]
  if (day === undefined) return null
  return unit === 'calendarDay' ? onOrAfter(day, notices) : day
}
