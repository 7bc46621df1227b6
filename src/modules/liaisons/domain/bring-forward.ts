/** 到期跟进 (海口江东 2020：包联专员每 3 天报一次进展). A note comes back on its day until the project has a later one: then that one counts. */
import { type Calendar, type Day, dayNumber } from '../../../kernel/calendar.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'

export interface DatedNote {
  readonly id: string
  readonly projectId: string
  readonly followUpOn: Day | null
}

export interface Due {
  readonly id: string
  readonly followUpOn: Day
  /** Working days over the day. */
  readonly late: number
}

/** Notes whose day has come, the latest first: of each project the last note alone. `notes` in the order of their making. */
export function dueNotes(notes: readonly DatedNote[], { calendar, today }: { calendar: Calendar; today: Day }): Due[] {
  const last = new Map(notes.map((note) => [note.projectId, note]))
  return [...last.values()]
    .flatMap(({ id, followUpOn }) => (followUpOn !== null && followUpOn <= today ? [{ id, followUpOn }] : []))
    .map((due) => ({
      ...due,
      late: dayNumber(due.followUpOn) < dayNumber(today) ? workdaysBetween(calendar, due.followUpOn, today) : 0,
    }))
    .toSorted((a, b) => (a.followUpOn < b.followUpOn ? -1 : a.followUpOn > b.followUpOn ? 1 : 0))
}
