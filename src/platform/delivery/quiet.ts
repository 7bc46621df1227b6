import { dayFromNumber, dayNumber } from '../../kernel/calendar.ts'
import { beginningOf, legalDayOf } from '../../kernel/legal-day.ts'

/** Hours of a day without messages, `HH:MM` by the clock of China; `until` before `from` goes over midnight. */
export interface QuietHours {
  readonly from: string
  readonly until: string
  /** What is urgent goes out all the same. */
  readonly urgentPasses: boolean
}

export interface SendWish {
  readonly now: Date
  readonly urgent: boolean
  /** Of the zone and of the person: a message waits until none of them holds. */
  readonly quiet: readonly QuietHours[]
  /** `HH:MM` at which everything of the day before comes as one message; null: each by itself. */
  readonly digestAt: string | null
}

export interface SendMoment {
  readonly at: Date
  /** Goes out together with what else waits for that moment. */
  readonly digest: boolean
}

const minuteMs = 60_000
const dayMinutes = 1_440

/** When a message may go out: what is urgent and may pass, at once; for a digest, at its hour; otherwise after the quiet hours. */
export function sendMoment({ now, urgent, quiet, digestAt }: SendWish): SendMoment {
  const holding = quiet.filter(({ urgentPasses }) => !(urgent && urgentPasses))
  if (digestAt !== null && !urgent) return { at: afterQuiet(nextAt(now, digestAt), holding), digest: true }
  return { at: afterQuiet(now, holding), digest: false }
}

/** The end of one set of hours may lie within another: looked at again until none holds. Hours that leave no gap hold nothing for ever. */
function afterQuiet(now: Date, quiet: readonly QuietHours[]): Date {
  let at = now
  for (let round = 0; round <= quiet.length; round++) {
    const holding = quiet.find((hours) => isQuiet(at, hours))
    if (!holding) return at
    at = nextAt(at, holding.until)
  }
  return at
}

export function isQuiet(at: Date, { from, until }: Pick<QuietHours, 'from' | 'until'>): boolean {
  const minute = minutesOf(at)
  const [begin, end] = [minutesIn(from), minutesIn(until)]
  if (begin === end) return false
  return begin < end ? minute >= begin && minute < end : minute >= begin || minute < end
}

/** The next moment after this one at which the clock shows this time. */
function nextAt(now: Date, time: string): Date {
  const today = legalDayOf(now)
  const at = new Date(beginningOf(today).getTime() + minutesIn(time) * minuteMs)
  if (at > now) return at
  const tomorrow = dayFromNumber(dayNumber(today) + 1)
  return new Date(beginningOf(tomorrow).getTime() + minutesIn(time) * minuteMs)
}

function minutesOf(at: Date): number {
  return Math.floor((at.getTime() - beginningOf(legalDayOf(at)).getTime()) / minuteMs) % dayMinutes
}

function minutesIn(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
