/** The days of a month's sheet by weeks, Monday first; days of the months beside it fill the first and last week. `2026-03` → `2026-02-23` … */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, number - 1, 1))
  const before = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const weeks = Math.ceil((before + length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => dayText(new Date(Date.UTC(year, number - 1, 1 - before + week * 7 + day)))),
  )
}

/** The month before or after. */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return dayText(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7)
}

/** Day in China of a stored day or moment. */
export function dayOfValue(value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (value.length === 10) return value
  return dayText(new Date(new Date(value).getTime() + 8 * 3_600_000))
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10)
}

export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
