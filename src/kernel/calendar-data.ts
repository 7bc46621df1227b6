import { z } from 'zod'
import { type CalendarYear, type Day, dayNumber } from './calendar.ts'
import type { Label } from './label.ts'
import { Problem } from './problem.ts'

const Year = z.object({
  year: z.int().min(2000).max(2120),
  off: z.array(z.string()),
  work: z.array(z.string()),
  source: z.string().optional(),
})

/**
 * Reads the statutory calendar from JSON: one year, an array of years, or `{years: [...]}`, in the order of years.
 * Each year is one notice of the State Council: `off` lists all days off by the notice, weekends within a holiday
 * included; `work` the weekend days that are worked (调休).
 *
 * @throws Problem invalid_input, code `calendar.bad_data`; details {year?, day?, field?}.
 */
export function parseCalendarYears(json: unknown): CalendarYear[] {
  const years = listOf(json).map(parseYear)
  const seen = new Set<number>()
  for (const { year } of years) {
    if (seen.has(year)) {
      throw bad({ zh: `${year} 年出现了两次。`, en: `the year ${year} occurs twice.` }, { year })
    }
    seen.add(year)
  }
  return years.sort((a, b) => a.year - b.year)
}

function listOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json
  if (typeof json === 'object' && json !== null && 'years' in json && Array.isArray(json.years)) return json.years
  return [json]
}

function parseYear(json: unknown): CalendarYear {
  const parsed = Year.safeParse(json)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    const text = {
      zh: `每年应写成 {"year": 2026, "off": ["2026-01-01"], "work": ["2026-01-04"]}；有误之处：${field || '整体'}。`,
      en: `a year is written as {"year": 2026, "off": ["2026-01-01"], "work": ["2026-01-04"]}; wrong: ${field || 'all of it'}.`,
    }
    throw bad(text, { field })
  }
  const { year, off, work, source } = parsed.data
  checkDays(year, 'off', off)
  checkDays(year, 'work', work)
  for (const day of work) checkWorkDay(year, day, off)
  return { year, off, work, ...(source === undefined ? {} : { source }) }
}

function checkDays(year: number, field: 'off' | 'work', days: readonly Day[]): void {
  const seen = new Set<Day>()
  for (const day of days) {
    dayNumber(day)
    if (!day.startsWith(`${year}-`)) {
      throw bad({ zh: `${day} 不在 ${year} 年。`, en: `${day} is not in ${year}.` }, { year, day, field })
    }
    if (seen.has(day)) throw bad({ zh: `${day} 重复。`, en: `${day} occurs twice.` }, { year, day, field })
    seen.add(day)
  }
}

function checkWorkDay(year: number, day: Day, off: readonly Day[]): void {
  const details = { year, day, field: 'work' }
  if (off.includes(day)) {
    throw bad({ zh: `${day} 既列为休息又列为上班。`, en: `${day} is listed both off and worked.` }, details)
  }
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday !== 0 && weekday !== 6) {
    throw bad(
      { zh: `${day} 不是周末，不必列为上班。`, en: `${day} is no weekend day, so it is worked anyway.` },
      details,
    )
  }
}

function bad(text: Label, details: Readonly<Record<string, unknown>>): Problem {
  return new Problem(
    'invalid_input',
    'calendar.bad_data',
    { zh: `日历数据：${text.zh}`, en: `Calendar data: ${text.en}` },
    details,
  )
}
