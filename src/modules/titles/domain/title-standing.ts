/** 称号按授予文件的期限和复核要求管理：到期、撤销即不再计入；复核日期前后要提醒（提前天数为数据）。 */
import { type Day, dayNumber } from '../../../kernel/calendar.ts'

export interface TitleFacts {
  readonly grantedOn: Day
  readonly validUntil: Day | null
  readonly reassessOn: Day | null
  readonly revokedOn: Day | null
}

export type TitleStanding = 'future' | 'revoked' | 'expired' | 'standing'

export function titleStanding({ grantedOn, validUntil, revokedOn }: TitleFacts, day: Day): TitleStanding {
  if (grantedOn > day) return 'future'
  if (revokedOn !== null && revokedOn <= day) return 'revoked'
  return validUntil !== null && validUntil < day ? 'expired' : 'standing'
}

/** Days until a title wants attention: the earlier of re-assessment and end; negative when past; null when neither is known or it stands no more. */
export function daysLeft(facts: TitleFacts, day: Day): number | null {
  const standing = titleStanding(facts, day)
  if (standing === 'revoked' || standing === 'future') return null
  const ends = [facts.reassessOn, facts.validUntil].filter((end) => end !== null).toSorted()
  const [first] = ends
  return first === undefined ? null : dayNumber(first) - dayNumber(day)
}
