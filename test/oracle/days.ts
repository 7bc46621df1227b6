import type { CalendarYear } from '../../src/kernel/calendar.ts'

/**
 * The statutory calendar read the slow way: one day after the other, no prefix sums.
 * Instants are offsets in working days from day 0, the first working day on or after `start`.
 */
export class SlowDays {
  readonly #off = new Set<string>()
  readonly #work = new Set<string>()
  readonly #loaded = new Set<number>()
  /** Working days from day 0 on, filled as far as somebody asked. */
  readonly #days: string[] = []

  constructor(years: readonly CalendarYear[], start: string) {
    for (const year of years) {
      this.#loaded.add(year.year)
      for (const day of year.off) this.#off.add(day)
      for (const day of year.work) this.#work.add(day)
    }
    let day = start
    while (!this.#isWorkday(day)) day = addDays(day, 1)
    this.#days.push(day)
  }

  get dayZero(): string {
    return this.date(0)
  }

  #isWorkday(day: string): boolean {
    if (this.#work.has(day)) return true
    if (this.#off.has(day)) return false
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6
  }

  #extend(): void {
    let day = addDays(this.#days.at(-1) ?? '', 1)
    while (!this.#isWorkday(day)) day = addDays(day, 1)
    this.#days.push(day)
  }

  /** The date of working day ⌊t⌋. */
  date(t: number): string {
    while (this.#days.length <= Math.floor(t)) this.#extend()
    return this.#days[Math.floor(t)] ?? ''
  }

  /** Offset of the first working day on or after this day; a day before the start is day 0. */
  offset(day: string): number {
    let k = 0
    while (this.date(k) < day) k++
    return k
  }

  /** t ⊕ limit: working days add; calendar days run from the date of t and end on the next working day, never before t. */
  add(t: number, limit: { readonly days: number; readonly unit: 'workday' | 'calendarDay' }): number {
    if (limit.unit === 'workday') return t + limit.days
    if (limit.days === 0) return t
    const last = addDays(this.date(t), limit.days)
    let k = Math.floor(t)
    while (this.date(k) < last) k++
    return Math.max(k, t)
  }

  isProvisional(day: string): boolean {
    return !this.#loaded.has(Number(day.slice(0, 4)))
  }
}

function addDays(day: string, n: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + n)
  return at.toISOString().slice(0, 10)
}
