import type { Action } from '../../src/modules/cases/domain/facts.ts'
import type { Limit, LimitEvent } from './law-calculator.ts'

/** A limit of a case with what it measures. */
export interface NamedLimit extends Limit {
  readonly name: string
}

type Terms = { readonly statutory: Term; readonly promised: Term }
type Term = { readonly days: number; readonly unit: 'workday' | 'calendarDay' }

/**
 * Which limits a case has, from what was done alone: the answer within five working days of receipt and of the correction (第32条), the
 * decision within the statutory and the promised limit (第42条), what was promised for a special procedure (第45条), delivery within ten
 * (第44条), every owed paper and every opinion within its own days.
 */
export function limitsOf(
  actions: readonly Action[],
  terms: Terms,
  supply: ReadonlyMap<string, string | null>,
): NamedLimit[] {
  const limits: (NamedLimit & { events: LimitEvent[] })[] = []
  const open = (name: string, { days, unit }: Term, from: string) => limits.push({ name, days, unit, from, events: [] })
  const running = (pick: (name: string) => boolean) =>
    limits.filter(({ name, events }) => pick(name) && events.every(({ what }) => what !== 'over'))
  const over = (on: string, pick: (name: string) => boolean) => {
    for (const { events } of running(pick)) events.push({ what: 'over', on })
  }
  const isTerm = (name: string) => name === 'statutory' || name === 'promised' || untilDecision(name, supply)
  const owing = new Set<string>()
  const five: Term = { days: 5, unit: 'workday' }
  const owe = (refs: readonly string[], on: string) => {
    for (const ref of refs) {
      const by = supply.get(ref) ?? null
      const days = /^workdays:(\d+)$/.exec(by ?? '')?.[1]
      if (by === 'decision') open(`owed ${ref}`, terms.promised, on)
      else if (days !== undefined) open(`owed ${ref}`, { days: Number(days), unit: 'workday' }, on)
    }
  }
  for (const { verb, on, countsFrom, papers, promisedDays, result, more } of actions) {
    if (verb === 'submit') open('receipt', five, on)
    if (verb === 'resubmit') open('recheck', five, on)
    if (['correct', 'decline', 'refuseAcceptance', 'accept', 'deemAccepted'].includes(verb)) {
      over(on, (name) => name === 'receipt' || name === 'recheck')
    }
    if (verb === 'accept' || verb === 'deemAccepted') {
      open('statutory', terms.statutory, countsFrom ?? on)
      open('promised', terms.promised, countsFrom ?? on)
      owe(
        papers.filter(({ status }) => status === 'owed').map(({ ref }) => ref),
        on,
      )
    }
    if (verb === 'suspend') {
      for (const { events } of running(isTerm)) events.push({ what: 'stop', on })
      open('procedure', { days: promisedDays ?? 0, unit: 'workday' }, on)
    }
    if (verb === 'resume') {
      for (const { events } of running(isTerm)) events.push({ what: 'go', on })
      over(on, (name) => name === 'procedure')
    }
    if (verb === 'extend')
      for (const { events } of running(isTerm)) events.push({ what: 'more', on, days: more?.days ?? 0 })
    if (verb === 'askOpinions') {
      for (const { departmentId, days } of more?.consult ?? [])
        open(`opinion ${departmentId}`, { days, unit: 'workday' }, on)
    }
    if (verb === 'giveOpinion') over(on, (name) => name === `opinion ${more?.department?.id}`)
    if (verb === 'concludeReview') over(on, (name) => name.startsWith('opinion '))
    if (verb === 'supply') over(on, (name) => papers.some(({ ref }) => name === `owed ${ref}`))
    if (verb === 'decide') {
      over(on, (name) => name === 'statutory' || name === 'promised' || (result === 'not_pass' && name !== 'delivery'))
      if (result !== 'not_pass') open('delivery', { days: 10, unit: 'workday' }, on)
    }
    if (verb === 'issue') over(on, (name) => name === 'delivery')
    if (['confirmWithdraw', 'cancelAcceptance', 'takeBack', 'revoke'].includes(verb)) over(on, () => true)
    for (const { ref, status } of papers) {
      if (status === 'owed') owing.add(ref)
      else owing.delete(ref)
    }
    if (verb === 'reverse') {
      open('statutory', terms.statutory, on)
      open('promised', terms.promised, on)
      owe(
        [...supply.keys()].filter((ref) => owing.has(ref)),
        on,
      )
    }
  }
  return limits
}

function untilDecision(name: string, supply: ReadonlyMap<string, string | null>): boolean {
  return name.startsWith('owed ') && supply.get(name.slice(5)) === 'decision'
}
