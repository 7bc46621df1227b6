/** 用水用电用热用气按表计量：用量为相邻两次示数之差乘以倍率；示数不应变小；缺抄的月份不推算。Months are `2026-03`, their readings as the meter stands at their end. */

export interface Counted {
  readonly installedIn: string
  readonly firstReading: number
  readonly factor: number
  /** With the reading at removal; null while it stands, or when nobody read it then. */
  readonly removedIn: string | null
  readonly lastReading: number | null
  /** By month, in any order. */
  readonly readings: ReadonlyMap<string, number>
}

export interface Span {
  /** Months covered together, in their order; more than one where some were not read. */
  readonly months: readonly string[]
  /** Null: the meter shows less than before. */
  readonly use: number | null
}

export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Every month from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month)
  return months
}

const round = (value: number) => Math.round(value * 100) / 100

/** What was used from one reading to the next, up to a month; months after the last reading are in none. */
export function spansOf(
  { installedIn, firstReading, factor, removedIn, lastReading, readings }: Counted,
  last: string,
): Span[] {
  const end = removedIn !== null && removedIn < last ? removedIn : last
  const spans: Span[] = []
  let before = firstReading
  let open: string[] = []
  for (const month of monthsBetween(installedIn, end)) {
    open.push(month)
    const shown = month === removedIn && lastReading !== null ? lastReading : readings.get(month)
    if (shown === undefined) continue
    spans.push({ months: open, use: shown < before ? null : round((shown - before) * factor) })
    before = shown
    open = []
  }
  return spans
}

export interface YearUse {
  readonly total: number | null
  readonly known: number
  readonly expected: number
  /** Null where the month was not read at both ends: a span over several months is in the total, and in none of them. */
  readonly months: readonly { readonly month: string; readonly use: number | null }[]
}

/** Use of a year as far as it is known, up to the last month that has ended. */
export function yearUse(meter: Counted, year: number, lastEnded: string): YearUse {
  const last = lastEnded < `${year}-12` ? lastEnded : `${year}-12`
  const first = meter.installedIn > `${year}-01` ? meter.installedIn : `${year}-01`
  const end = meter.removedIn !== null && meter.removedIn < last ? meter.removedIn : last
  const expected = monthsBetween(first, end)
  const within = spansOf(meter, end).filter(
    ({ months, use }) => use !== null && months.every((month) => month >= first),
  )
  const single = new Map(
    within.flatMap(({ months, use }) => (months.length === 1 ? [[months[0] ?? '', use] as const] : [])),
  )
  return {
    total: within.length === 0 ? null : round(within.reduce((sum, { use }) => sum + (use ?? 0), 0)),
    known: within.reduce((sum, { months }) => sum + months.length, 0),
    expected: expected.length,
    months: expected.map((month) => ({ month, use: single.get(month) ?? null })),
  }
}

export interface JumpRule {
  /** So many times the median of the months before, or less than one of it, is unusual. */
  readonly jumpFactor: number
  /** Months before that are looked at; fewer known ones judge nothing. */
  readonly overMonths: number
}

export interface Finding {
  readonly month: string
  readonly kind: 'falls' | 'jump' | 'drop'
  readonly use: number | null
  readonly usual: number | null
}

/** Readings that fall, and months far from what is usual for this meter. */
export function findingsOf(meter: Counted, last: string, { jumpFactor, overMonths }: JumpRule): Finding[] {
  const before: number[] = []
  return spansOf(meter, last).flatMap(({ months, use }): Finding[] => {
    const month = months.at(-1) ?? ''
    if (use === null) return [{ month, kind: 'falls', use: null, usual: null }]
    const monthly = use / months.length
    const usual = before.length < overMonths ? null : medianOf(before.slice(-overMonths))
    before.push(monthly)
    if (usual === null || usual === 0) return []
    if (monthly > usual * jumpFactor) return [{ month, kind: 'jump', use: round(monthly), usual: round(usual) }]
    return monthly * jumpFactor < usual ? [{ month, kind: 'drop', use: round(monthly), usual: round(usual) }] : []
  })
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
