import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { EntryRow } from './table.ts'

/** The calendar as a file (RFC 5545): days, never hours; what is gone stays as cancelled for a while, so that readers take it out. */
export function printCalendar(
  entries: readonly EntryRow[],
  { name, uidAt, pagesAt }: { readonly name: string; readonly uidAt: string; readonly pagesAt: string | null },
): string {
  const calendar = new ICalCalendar({
    name,
    prodId: { company: 'Luodi', product: 'Luodi', language: 'ZH' },
    ttl: 3_600,
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.key}@${uidAt}`,
      ...{
        sequence: entry.sequence,
        start: midnight(entry.on_day),
        end: midnight(nextDay(entry.on_day)),
        allDay: true,
      },
      ...{
        summary: entry.text_zh,
        description: entry.text_en,
        stamp: entry.updated_at,
        lastModified: entry.updated_at,
      },
      ...{ created: entry.created_at, transparency: ICalEventTransparency.TRANSPARENT },
      status: entry.cancelled_at === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      ...(pagesAt !== null && { url: new URL(entry.link, pagesAt).href }),
    })
  }
  return calendar.toString()
}

const nextDay = (on: string) => dayFromNumber(dayNumber(on) + 1)

/** Without a time zone the printer takes the UTC parts of a Date. */
function midnight(on: string): Date {
  return new Date(`${on}T00:00:00Z`)
}
