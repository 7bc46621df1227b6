import type { z } from 'zod'
import { type Day, dayNumber } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { ZoneSettings } from '../contract.ts'

/** One year's holiday notice as `data/calendar/<year>.json` has it (国务院办公厅关于部分节假日安排的通知). */
export const CalendarFile = ZoneSettings.shape.calendar.shape.years.element
export type CalendarFile = z.infer<typeof CalendarFile>

/**
 * Reads one year and refuses, by file and day, what no notice can say: a day of another year, one that is both off and worked,
 * one listed twice, a make-up workday (调休) that is no weekend.
 */
export function parseCalendarFile(path: string, content: unknown): CalendarFile {
  const parsed = CalendarFile.safeParse(content)
  if (!parsed.success) throw refused(path, parsed.error.issues[0]?.path.join('.') ?? '', '写法有误', 'is malformed')
  const { year, off, work } = parsed.data
  const seen = new Set<Day>()
  for (const day of [...off, ...work]) {
    const number = dayNumber(day)
    if (!day.startsWith(`${year}-`)) throw refused(path, day, '不在这一年', 'is not in this year')
    if (seen.has(day)) throw refused(path, day, '出现两次', 'is listed twice')
    seen.add(day)
    if (work.includes(day) && !isWeekend(number))
      throw refused(path, day, '不是周末，无需调休', 'is no weekend to work on')
  }
  return parsed.data
}

function isWeekend(dayNumber: number): boolean {
  const weekday = (dayNumber + 4) % 7
  return weekday === 0 || weekday === 6
}

function refused(path: string, field: string, zh: string, en: string): Problem {
  return new Problem(
    'invalid_input',
    'zones.calendar_malformed',
    { zh: `data/${path} 的 ${field} ${zh}。`, en: `${field} of data/${path} ${en}.` },
    { path, field },
  )
}
