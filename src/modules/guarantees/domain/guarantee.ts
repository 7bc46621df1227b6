/** 要素保障：需求 → 承诺 → 到位。承诺不超过需求，到位不超过承诺；差额都看得见。Amounts are counted in hundredths, so that nothing is lost. */
import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'

export interface Entry {
  readonly kind: 'promise' | 'delivery'
  readonly quantity: number
  /** Of a promise: by when. */
  readonly dueOn: Day | null
}

export interface Need {
  readonly quantity: number
  readonly neededOn: Day
}

const hundredths = (quantity: number) => Math.round(quantity * 100)
const sumOf = (entries: readonly Entry[], kind: Entry['kind']) =>
  entries.filter((entry) => entry.kind === kind).reduce((sum, { quantity }) => sum + hundredths(quantity), 0)

/** What was needed, promised, delivered, and what lacks of each, as it stands on a day. */
export function standingOf(need: Need, entries: readonly Entry[], today: Day) {
  const promised = sumOf(entries, 'promise')
  const delivered = sumOf(entries, 'delivery')
  const needed = hundredths(need.quantity)
  const promisedBy = openPromise(entries, delivered)
  const state =
    delivered >= needed
      ? ('delivered' as const)
      : (promisedBy !== null && promisedBy < today) || need.neededOn < today
        ? ('late' as const)
        : promised >= needed
          ? ('promised' as const)
          : ('unpromised' as const)
  return {
    ...{ promised: promised / 100, delivered: delivered / 100, gap: Math.max(0, needed - promised) / 100 },
    ...{ outstanding: Math.max(0, needed - delivered) / 100, promisedBy, state },
  }
}

/** Day of the first promise that what has come does not cover: deliveries go to the promises in the order of their days. */
function openPromise(entries: readonly Entry[], delivered: number): Day | null {
  const promises = entries
    .flatMap(({ kind, quantity, dueOn }) => (kind === 'promise' && dueOn !== null ? [{ quantity, dueOn }] : []))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  let left = delivered
  for (const { quantity, dueOn } of promises) {
    left -= hundredths(quantity)
    if (left < 0) return dueOn
  }
  return null
}

/**
 * Refuses a promise beyond the need and a delivery beyond what was promised.
 *
 * @throws Problem rule_violated `guarantees.over_need | guarantees.over_promise`; details {left}
 */
export function refuseTooMuch(need: Need, entries: readonly Entry[], next: Entry): void {
  const promised = sumOf(entries, 'promise')
  const limit = next.kind === 'promise' ? hundredths(need.quantity) - promised : promised - sumOf(entries, 'delivery')
  if (hundredths(next.quantity) <= limit) return
  const left = Math.max(0, limit) / 100
  if (next.kind === 'promise') {
    const text = {
      zh: `最多还能承诺 ${left}；需求变了请先改需求。`,
      en: `At most ${left} more can be promised: change the need first.`,
    }
    throw new Problem('rule_violated', 'guarantees.over_need', text, { left })
  }
  const text = {
    zh: `已承诺未到位的只有 ${left}；请先登记承诺。`,
    en: `Only ${left} is promised and not delivered: enter the promise first.`,
  }
  throw new Problem('rule_violated', 'guarantees.over_promise', text, { left })
}
