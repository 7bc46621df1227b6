import type { Day } from '../../../kernel/calendar.ts'
import type { FeeLine } from '../../plans/contract/plan.ts'
import type { LineFacts } from './decide.ts'

export interface ExistingLine {
  readonly code: string
  readonly facts: LineFacts
}

export interface DrawnUp {
  readonly made: readonly { readonly fee: FeeLine; readonly facts: LineFacts }[]
  /** What the plan changes of lines that are there, by code. */
  readonly changed: ReadonlyMap<string, LineFacts>
}

/**
 * The bill brought in line with the plan: what is new comes in, what is still due gets its amount anew, what the plan lost is void.
 * Once somebody has decided on a line (set its amount, paid, waived), the plan does not touch it any more.
 */
export function drawUpBill(existing: readonly ExistingLine[], fees: readonly FeeLine[], today: Day): DrawnUp {
  const known = new Map(existing.map((line) => [line.code, line.facts]))
  const wanted = new Map(fees.map((fee) => [fee.code, fee]))
  const changed = new Map<string, LineFacts>()
  for (const [code, facts] of known) {
    const fee = wanted.get(code)
    const next = fee === undefined ? withoutFee(facts) : withFee(facts, fee, today)
    if (!sameLine(facts, next)) changed.set(code, { ...next, lastOn: today })
  }
  const made = fees
    .filter(({ code }) => !known.has(code))
    .map((fee) => ({ fee, facts: withFee(blank(today), fee, today) }))
  return { made, changed }
}

/** The plan's to change: due, void, or waived by nothing but the rule. */
const isPlans = ({ state, waivedByRule }: LineFacts): boolean =>
  state === 'due' || state === 'void' || (state === 'waived' && waivedByRule)

function withFee(facts: LineFacts, fee: FeeLine, today: Day): LineFacts {
  if (!isPlans(facts)) return facts
  const priced = facts.assessed ? facts : { ...facts, amount: fee.amount, missing: [...fee.missing] }
  if (fee.waived !== true) {
    return { ...priced, state: 'due', waivedByRule: false, waiverBasis: null, waivedOn: null }
  }
  const waivedOn = facts.state === 'waived' ? facts.waivedOn : today
  return { ...priced, state: 'waived', waivedByRule: true, waiverBasis: fee.waiver ?? fee.basis, waivedOn }
}

function withoutFee(facts: LineFacts): LineFacts {
  if (!isPlans(facts)) return facts
  return { ...facts, state: 'void', waivedByRule: false, waiverBasis: null, waivedOn: null }
}

const blank = (today: Day): LineFacts => ({
  ...{ state: 'due', amount: null, missing: [], assessed: false, assessedBasis: null, paidOn: null, paid: null },
  ...{
    receipt: null,
    paymentFileId: null,
    paymentNumber: null,
    waivedByRule: false,
    waiverBasis: null,
    waiverFileId: null,
  },
  ...{
    waivedOn: null,
    refunded: '0.00',
    refundedOn: null,
    refundFileId: null,
    refundNumber: null,
    reason: null,
    lastOn: today,
  },
})

const sameLine = (a: LineFacts, b: LineFacts): boolean =>
  JSON.stringify(a) === JSON.stringify({ ...b, lastOn: a.lastOn })
