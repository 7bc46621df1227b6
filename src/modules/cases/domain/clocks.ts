import type { Day } from '../../../kernel/calendar.ts'
import { type Budget, type ClockEntry, enter, startClock } from '../../../kernel/clock.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CasePaper } from '../contract/paper.ts'
import type { Action, CaseClockFacts, CaseFacts } from './facts.ts'

type Clocks = readonly CaseClockFacts[]

/** 行政许可法 第32条: five working days to say what is missing. */
const toAnswer: Budget = { days: 5, unit: 'workday' }
/** 行政许可法 第44条: ten working days to deliver. */
const toDeliver: Budget = { days: 10, unit: 'workday' }

/** Owed until another matter starts, and it has started. */
const dueNow: Budget = { days: 0, unit: 'workday' }

const answers: readonly ClockKind[] = ['receipt', 'recheck']
const limits: readonly ClockKind[] = ['statutory', 'promised']

const toDecide: readonly ClockKind[] = [...limits, 'owed', 'procedure', 'opinion']

/** What the action does to the clocks. Throws what kernel/clock refuses: a day out of order, a reason that is missing. */
export function clocksAfter(before: CaseFacts | null, action: Action): Clocks {
  const clocks = before?.clocks ?? []
  const { on } = action
  switch (action.verb) {
    case 'submit':
      return [...clocks, started('receipt', toAnswer, on)]
    case 'resubmit':
      return [...clocks, started('recheck', toAnswer, on)]
    case 'correct':
    case 'decline':
    case 'refuseAcceptance':
      return ended(clocks, on, answers)
    case 'accept':
    case 'deemAccepted':
      return before === null ? clocks : afterAcceptance(before, action)
    case 'suspend':
      return [...limitsEntered(before, clocks, entryOf(action)), started('procedure', promised(action), on)]
    case 'resume':
      return ended(limitsEntered(before, clocks, entryOf(action)), on, ['procedure'])
    case 'extend':
      return limitsEntered(before, clocks, extension(action))
    case 'fallDue':
      return [...clocks, ...(action.more?.due ?? []).map((ref) => ({ ...started('owed', dueNow, on), ref }))]
    case 'arrive':
      return before === null ? clocks : afterArrival(before, action)
    case 'reverse':
      return before === null ? clocks : afterReversal(before, action)
    case 'askOpinions':
    case 'giveOpinion':
    case 'concludeReview':
      return opinionsAfter(clocks, action)
    case 'decide':
      return afterDecision(clocks, action)
    case 'issue':
      return ended(clocks, on, ['delivery'])
    case 'supply':
      return ended(clocks, on, ['owed'], new Set(action.papers.map((paper) => paper.ref)))
    case 'confirmWithdraw':
    case 'cancelAcceptance':
    case 'takeBack':
    case 'revoke':
      return ended(clocks, on, [...answers, ...toDecide, 'delivery'])
    default:
      return clocks
  }
}

function afterAcceptance(before: CaseFacts, action: Action): Clocks {
  const from = action.countsFrom ?? action.on
  const { statutory, promised } = before.limits
  const owed = action.papers.filter((paper) => paper.status === 'owed')
  const waits = action.papers.some((paper) => paper.status === 'awaited')
  return [
    ...ended(before.clocks, action.on, answers),
    ...standing([started('statutory', statutory, from), started('promised', promised, from)], waits, action.on),
    ...owed.flatMap(({ ref }) => owedClock(before, ref, action.on)),
  ]
}

/** The limits stand still while the result of an earlier matter is awaited: the papers are whole only when it is there (第32条). */
function standing(clocks: Clocks, waits: boolean, on: Day): Clocks {
  if (!waits) return clocks
  return entered(clocks, limits, { kind: 'suspended', on, reason: '等前序事项的结果到达', paper: null })
}

/** What was awaited is there: with the last of it the limits run on. */
function afterArrival(before: CaseFacts, { on, papers, reason }: Action): Clocks {
  const come = new Set(papers.map(({ ref }) => ref))
  if (before.papers.some(({ ref, status }) => status === 'awaited' && !come.has(ref))) return before.clocks
  return limitsEntered(before, before.clocks, { kind: 'resumed', on, reason: reason ?? '', paper: null })
}

/** A refusal that was reversed: the limits run anew, and so do those of what is owed. */
function afterReversal(before: CaseFacts, action: Action): Clocks {
  const { statutory, promised } = before.limits
  const changed = new Map(action.papers.map(({ ref, status }) => [ref, status]))
  const owed = before.papers.filter(({ ref, status }) => (changed.get(ref) ?? status) === 'owed')
  const waits = before.papers.some(({ status }) => status === 'awaited')
  return [
    ...before.clocks,
    ...standing(
      [started('statutory', statutory, action.on), started('promised', promised, action.on)],
      waits,
      action.on,
    ),
    ...owed.flatMap(({ ref }) => owedClock(before, ref, action.on)),
  ]
}

/** A clock for every department that is asked; it ends with the opinion, or with the conclusion. */
function opinionsAfter(clocks: Clocks, { verb, on, more }: Action): Clocks {
  if (verb === 'concludeReview') return ended(clocks, on, ['opinion'])
  if (verb === 'giveOpinion') {
    return more?.department ? ended(clocks, on, ['opinion'], new Set([more.department.id])) : clocks
  }
  const asked = (more?.consult ?? []).map(({ departmentId, days }) => ({
    ...started('opinion', { days, unit: 'workday' }, on),
    ref: departmentId,
  }))
  return [...clocks, ...asked]
}

/**
 * Owed `workdays:N`: a clock of so many days. Owed until the decision: the promised limit is its time, and stands still with it.
 * Owed until another matter starts: no number of days, a day that the plan expects (`expectedOwed`), due when that matter has started.
 * Owed by lapse of time without a term: none.
 */
function owedClock({ papers, limits }: CaseFacts, ref: string, on: Day): Clocks {
  const supplyBy = supplyByOf(papers, ref)
  if (supplyBy?.kind === 'decision') return [{ ...started('owed', limits.promised, on), ref }]
  if (supplyBy?.kind !== 'workdays') return []
  return [{ ...started('owed', { days: Math.ceil(supplyBy.days), unit: 'workday' }, on), ref }]
}

function supplyByOf(papers: readonly CasePaper[], ref: string | null) {
  return parseSupplyBy(papers.find((paper) => paper.ref === ref)?.supplyBy ?? undefined)
}

/** The limits stand still, run on or are extended, and with them what is owed until the decision. */
function limitsEntered(before: CaseFacts | null, clocks: Clocks, entry: ClockEntry): Clocks {
  const owed = (item: CaseClockFacts) =>
    item.kind === 'owed' && supplyByOf(before?.papers ?? [], item.ref)?.kind === 'decision'
  return entered(clocks, limits, entry).map((item) =>
    owed(item) && !isEnded(item) && takes(item, entry) ? { ...item, clock: enter(item.clock, entry) } : item,
  )
}

/** Only what stands still runs on, only what runs stops: a paper may have become owed in between. */
function takes({ clock }: CaseClockFacts, { kind }: ClockEntry): boolean {
  return (clock.ledger.at(-1)?.kind === 'suspended') === (kind === 'resumed')
}

function promised({ promisedDays }: Action): Budget {
  return { days: promisedDays ?? 0, unit: 'workday' }
}

function extension({ on, reason, notice, more }: Action): ClockEntry {
  return { kind: 'extended', on, reason: reason ?? '', paper: notice, days: more?.days ?? 0 }
}

function afterDecision(clocks: Clocks, { on, result }: Action): Clocks {
  if (result === 'not_pass') return ended(clocks, on, toDecide)
  return [...ended(clocks, on, limits), started('delivery', toDeliver, on)]
}

function entryOf(action: Action): ClockEntry {
  const { on, reason, notice, promisedDays } = action
  const grounds = { on, reason: reason ?? '', paper: notice }
  if (action.verb === 'resume') return { kind: 'resumed', ...grounds }
  return { kind: 'suspended', ...grounds, ...(promisedDays !== null && { promisedDays }) }
}

function started(kind: ClockKind, budget: Budget, on: Day): CaseClockFacts {
  return { kind, ref: null, clock: startClock(budget, on) }
}

function entered(clocks: Clocks, kinds: readonly ClockKind[], entry: ClockEntry): Clocks {
  return clocks.map((item) =>
    kinds.includes(item.kind) && !isEnded(item) ? { ...item, clock: enter(item.clock, entry) } : item,
  )
}

function ended(clocks: Clocks, on: Day, kinds: readonly ClockKind[], refs?: ReadonlySet<string>): Clocks {
  const concerned = (item: CaseClockFacts) =>
    kinds.includes(item.kind) && !isEnded(item) && (refs === undefined || (item.ref !== null && refs.has(item.ref)))
  return clocks.map((item) => (concerned(item) ? { ...item, clock: enter(item.clock, { kind: 'ended', on }) } : item))
}

export function isEnded({ clock }: CaseClockFacts): boolean {
  return clock.ledger.at(-1)?.kind === 'ended'
}
