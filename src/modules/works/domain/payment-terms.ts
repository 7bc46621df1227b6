/** 保障中小企业款项支付条例（2025修订，国务院令第802号）第9条：自交付之日起30日内支付；合同另有约定的从其约定，最长不超过60日。Days are calendar days; the numbers are data. */
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'

export interface TermsRule {
  readonly smeDays: number
  readonly agreedDaysMax: number
}

export interface Owed {
  readonly deliveredOn: Day
  /** Null: nobody knows whether the contractor is small or medium; then the stricter term is shown. */
  readonly sme: boolean | null
  readonly agreedDays: number | null
}

/** By when a payable is to be paid; null: neither law nor contract says. */
export function dueOn({ deliveredOn, sme, agreedDays }: Owed, { smeDays, agreedDaysMax }: TermsRule): Day | null {
  const days = sme === false ? agreedDays : Math.min(agreedDays ?? smeDays, agreedDaysMax)
  return days === null ? null : dayFromNumber(dayNumber(deliveredOn) + days)
}
