/**
 * 转化率的分组口径（太原：40÷68＝58.82%，17÷57＝29.82%，301.7÷418.12＝72.17%）：基期、时限、分母和凭证写成数据；还在时限内的不算未达，
 * 没有数据的不当作零。
 */
import type { Day } from '../../../kernel/calendar.ts'
import type { CohortRow } from '../contract.ts'

export interface CohortRule {
  readonly baseOn: Day
  /** Null: whenever it is reached. */
  readonly windowMonths: number | null
  readonly leaveOutWithdrawn: boolean
}

/** One project as a cohort of steps sees it. */
export interface Step {
  readonly id: string
  readonly name: string
  readonly withdrawn: boolean
  /** Day on which it came under the line; null: it never did. */
  readonly since: Day | null
  /** Day on which it came over the line; null: not yet. */
  readonly reachedOn: Day | null
}

/** The cohort of a rate that counts projects. Before the base day, and withdrawn ones where the rule says so, are left out. */
export function countedCohort(steps: readonly Step[], rule: CohortRule, today: Day): CohortRow[] {
  return steps.flatMap(({ id, name, withdrawn, since, reachedOn }): CohortRow[] => {
    if (since === null || since < rule.baseOn || (withdrawn && rule.leaveOutWithdrawn)) return []
    const place = placeOf({ since, reachedOn, until: endOf(since, rule.windowMonths), today })
    const numerator = place === 'counted' ? 1 : 0
    return [{ id, name, place, since, reachedOn, numerator, denominator: place === 'pending' ? 0 : 1 }]
  })
}

interface Window {
  readonly since: Day
  readonly reachedOn: Day | null
  /** The last day of the window; null: no end. */
  readonly until: Day | null
  readonly today: Day
}

function placeOf({ reachedOn, until, today }: Window): CohortRow['place'] {
  if (reachedOn !== null && (until === null || reachedOn <= until)) return 'counted'
  return reachedOn === null && until !== null && today <= until ? 'pending' : 'missed'
}

/** The same day so many months later, or the last of that month. */
function endOf(since: Day, months: number | null): Day | null {
  if (months === null) return null
  const [year = 0, month = 0, day = 0] = since.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** One project as a rate of amounts sees it; null: not known. */
export interface Amounts {
  readonly id: string
  readonly name: string
  readonly withdrawn: boolean
  readonly since: Day | null
  readonly part: number | null
  readonly whole: number | null
}

/** The cohort of a rate that divides amounts: whoever lacks one of the two is shown as not known and counts in neither. */
export function summedCohort(amounts: readonly Amounts[], rule: CohortRule): CohortRow[] {
  return amounts.flatMap(({ id, name, withdrawn, since, part, whole }): CohortRow[] => {
    if (since === null || since < rule.baseOn || (withdrawn && rule.leaveOutWithdrawn)) return []
    const known = part !== null && whole !== null && whole > 0
    const numbers = known ? { numerator: part, denominator: whole } : { numerator: 0, denominator: 0 }
    return [{ id, name, place: known ? 'counted' : 'unknown', since, reachedOn: null, ...numbers }]
  })
}

/** The rate of a cohort. */
export function rateOf(rows: readonly CohortRow[]) {
  const sum = (pick: (row: CohortRow) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const numerator = sum((row) => row.numerator)
  const denominator = sum((row) => row.denominator)
  return {
    ...{ numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
    pending: rows.filter(({ place }) => place === 'pending').length,
    unknown: rows.filter(({ place }) => place === 'unknown').length,
  }
}
