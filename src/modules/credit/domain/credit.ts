import type { Day } from '../../../kernel/calendar.ts'
import { type Dated, holdingOn, latestOn } from '../../../kernel/dated.ts'
import type { CreditCause, CreditGrade } from '../contract/causes.ts'
import type { Standing } from '../contract.ts'

interface Valid extends Dated {
  readonly source: string
  readonly confidence: string
}

export interface PointRuleFacts extends Valid {
  readonly cause: CreditCause
  readonly points: number
  readonly months: number | null
  readonly repairAfterDays: number | null
  readonly repairLeavesMonths: number | null
}

export interface GradeRuleFacts extends Valid {
  readonly grade: CreditGrade
  readonly minPoints: number
  readonly mayCommit: boolean
  readonly maxOpenCommitments: number
  readonly toleranceAllowed: boolean
  readonly samplePercent: number
}

export interface CreditRules {
  readonly basePoints: number
  readonly pointRules: readonly PointRuleFacts[]
  readonly gradeRules: readonly GradeRuleFacts[]
}

/** An entry as the ledger keeps it, with what its repair has made of it. */
export interface EntryFacts {
  readonly points: number
  readonly happenedOn: Day
  /** The first day on which it counts no more by itself. */
  readonly expiresOn: Day | null
  /** The first day on which it counts no more by its repair; null while none was granted. */
  readonly repairedFrom: Day | null
}

/** The rule of a cause on a day; of several the one that came last. */
export function pointRuleOn(rules: readonly PointRuleFacts[], cause: CreditCause, day: Day) {
  return latestOn(
    rules.filter((rule) => rule.cause === cause),
    day,
  )
}

export function endOf({ expiresOn, repairedFrom }: Pick<EntryFacts, 'expiresOn' | 'repairedFrom'>): Day | null {
  if (expiresOn === null || repairedFrom === null) return expiresOn ?? repairedFrom
  return expiresOn < repairedFrom ? expiresOn : repairedFrom
}

export function countsOn(entry: EntryFacts, day: Day): boolean {
  const end = endOf(entry)
  return entry.happenedOn <= day && (end === null || day < end)
}

/**
 * Credit of an enterprise on a day (国办发〔2020〕42号: 信用记录与分级应用; the numbers are data): the base and every entry that counts on it,
 * in whatever order they came, then the highest grade that so many points reach. Null where no grade rule is in force.
 */
export function standingOn(rules: CreditRules, entries: readonly EntryFacts[], day: Day): Standing | null {
  const points = entries.reduce((sum, one) => sum + (countsOn(one, day) ? one.points : 0), rules.basePoints)
  const reached = holdingOn(rules.gradeRules, day)
    .filter(({ minPoints }) => minPoints <= points)
    .sort((a, b) => b.minPoints - a.minPoints)[0]
  if (!reached) return null
  const { grade, mayCommit, maxOpenCommitments, toleranceAllowed, samplePercent, source, confidence } = reached
  return { grade, points, mayCommit, maxOpenCommitments, toleranceAllowed, samplePercent, source, confidence }
}
