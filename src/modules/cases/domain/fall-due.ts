import type { Day } from '../../../kernel/calendar.ts'
import { laterOf } from '../../../kernel/order.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import { isEnded } from './clocks.ts'
import { type Action, type Actor, type CaseFacts, plainAction } from './facts.ts'

/** An owed paper that must be there before another matter starts (`matter:CODE`), and has no clock yet. */
export interface OwedUntil {
  readonly ref: string
  readonly matter: string
}

export function owedUntilMatters({ papers, clocks }: CaseFacts): OwedUntil[] {
  return papers.flatMap(({ ref, status, supplyBy }) => {
    const until = parseSupplyBy(supplyBy ?? undefined)
    if (status !== 'owed' || until?.kind !== 'matter') return []
    const runs = clocks.some((item) => item.kind === 'owed' && item.ref === ref && !isEnded(item))
    return runs ? [] : [{ ref, matter: until.matter }]
  })
}

/**
 * The other matter has started without the paper: from this day it is due, and the ordinary clock of an owed paper runs with no day left.
 * Null while none of them has started. `startedOn`: the day of receipt of the other matter's case.
 */
export function fallDue(facts: CaseFacts, startedOn: ReadonlyMap<string, Day>, actor: Actor): Action | null {
  const due = owedUntilMatters(facts).filter(({ matter }) => startedOn.has(matter))
  if (due.length === 0) return null
  const on = due.reduce((last, { matter }) => laterOf(last, startedOn.get(matter) ?? last), facts.lastOn)
  const names = facts.papers.filter(({ ref }) => due.some((one) => one.ref === ref)).map(({ name }) => name.zh)
  return {
    ...plainAction('fallDue', on, actor),
    reason: `后续事项已提交申请，容缺材料“${names.join('、')}”应当在此之前补齐。`,
    more: { due: due.map(({ ref }) => ref) },
  }
}
