/** 行政许可法 第29条：申请人可以委托代理人提出行政许可申请；代办要有书面委托，逾期的委托不再算数。 */
import type { Day } from '../../../kernel/calendar.ts'

export interface Letter {
  readonly signedOn: Day
  /** The last day, included; null: no end. */
  readonly validUntil: Day | null
}

export interface Mandate {
  readonly state: 'valid' | 'ended' | 'none'
  /** The last day of the letter that reaches farthest; null: no end, or no letter. */
  readonly until: Day | null
}

export function mandateOn(letters: readonly Letter[], today: Day): Mandate {
  const signed = letters.filter(({ signedOn }) => signedOn <= today)
  if (signed.length === 0) return { state: 'none', until: null }
  if (signed.some(({ validUntil }) => validUntil === null)) return { state: 'valid', until: null }
  const until =
    signed
      .map(({ validUntil }) => validUntil ?? '')
      .toSorted()
      .at(-1) ?? today
  return { state: until >= today ? 'valid' : 'ended', until }
}
