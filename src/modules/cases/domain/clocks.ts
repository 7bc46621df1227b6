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

const answers: readonly ClockKind[] = ['receipt', 'recheck']
const limits: readonly ClockKind[] = ['statutory', 'promised']

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
    case 'resume':
      return entered(clocks, limits, entryOf(action))
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
      return ended(clocks, on, [...answers, ...limits, 'delivery', 'owed'])
    default:
      return clocks
  }
}

function afterAcceptance(before: CaseFacts, action: Action): Clocks {
  const from = action.countsFrom ?? action.on
  const { statutory, promised } = before.limits
  const owed = action.papers.filter((paper) => paper.status === 'owed')
  return [
    ...ended(before.clocks, action.on, answers),
    started('statutory', statutory, from),
    started('promised', promised, from),
    ...owed.flatMap(({ ref }) => owedClock(before.papers, ref, action.on)),
  ]
}

/** Owed `workdays:N`: a clock of its own. Owed until the decision or until another matter starts: no number of days. */
function owedClock(papers: readonly CasePaper[], ref: string, on: Day): Clocks {
  const supplyBy = parseSupplyBy(papers.find((paper) => paper.ref === ref)?.supplyBy ?? undefined)
  if (supplyBy?.kind !== 'workdays') return []
  return [{ ...started('owed', { days: Math.ceil(supplyBy.days), unit: 'workday' }, on), ref }]
}

function afterDecision(clocks: Clocks, { on, result }: Action): Clocks {
  if (result === 'not_pass') return ended(clocks, on, [...limits, 'owed'])
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
