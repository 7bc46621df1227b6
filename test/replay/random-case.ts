import type { Calendar } from '../../src/kernel/calendar.ts'
import { Problem } from '../../src/kernel/problem.ts'
import type { CaseState } from '../../src/modules/cases/contract/state.ts'
import type { Command } from '../../src/modules/cases/domain/circumstances.ts'
import { decideStep } from '../../src/modules/cases/domain/decide-step.ts'
import { deemAcceptance } from '../../src/modules/cases/domain/deemed.ts'
import { type Action, type CaseFacts, plainAction } from '../../src/modules/cases/domain/facts.ts'
import { applyAction } from '../../src/modules/cases/domain/fold.ts'
import { everything, officer, papers, told } from '../support/cases.ts'
import { nextDay } from './law-calendar.ts'

/** A stream of random numbers that a seed makes the same again (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export interface RandomCase {
  readonly facts: CaseFacts
  readonly actions: readonly Action[]
}

type Tried =
  | 'receive'
  | 'correct'
  | 'resubmit'
  | 'accept'
  | 'suspend'
  | 'resume'
  | 'extend'
  | 'askOpinions'
  | 'giveOpinion'
  | 'concludeReview'
  | 'supply'
  | 'decide'
  | 'issue'
  | 'reverse'
  | 'record'

const answering: readonly Tried[] = ['receive', 'correct', 'accept', 'accept', 'record']
const handling: readonly Tried[] = [
  ...(['suspend', 'suspend', 'extend', 'askOpinions', 'giveOpinion', 'concludeReview', 'supply', 'supply'] as const),
  ...(['decide', 'decide', 'record'] as const),
]

/** What is mostly possible in a state; what is not is refused and tried no more. */
const triedIn: Readonly<Partial<Record<CaseState, readonly Tried[]>>> = {
  received: answering,
  window_accepted: answering,
  correcting: ['resubmit'],
  corrected: ['accept', 'record'],
  accepted: handling,
  suspended: ['resume', 'resume', 'supply', 'askOpinions', 'giveOpinion', 'concludeReview'],
  resumed: handling,
  passed: ['issue', 'record'],
  passed_with_tolerance: ['issue', 'supply'],
  not_passed: ['reverse'],
}

/** A case as it may go over months: tried are all steps, taken those that are possible, days apart as chance has it. */
export function randomCase(random: (below: number) => number, calendar: Calendar): RandomCase {
  let today = nextDay('2024-01-02', random(900))
  const limits = {
    statutory: { days: 5 + random(40), unit: random(6) === 0 ? 'calendarDay' : 'workday' },
    promised: { days: random(20), unit: 'workday' },
  } as const
  const given = ['form', 'promise', ...(random(2) === 0 ? ['zone-study'] : [])]
  const opened = papers.map((one) => ({ ...one, status: given.includes(one.ref) ? ('given' as const) : one.status }))
  const actions: Action[] = [{ ...plainAction('submit', today, officer), opening: { limits, papers: opened } }]
  let facts = applyAction(null, actions[0] as Action)
  for (let tries = 4 + random(14); tries > 0; tries--) {
    today = nextDay(today, random(4) === 0 ? random(25) : random(3))
    const action = actionOn(facts, { today, calendar, random })
    if (action === null) continue
    actions.push(action)
    facts = applyAction(facts, action)
  }
  return { facts, actions }
}

interface Chance {
  readonly today: string
  readonly calendar: Calendar
  readonly random: (below: number) => number
}

/** What the law does by lapse of time, as the program records it in the morning; else a step by chance; null: it was refused. */
function actionOn(facts: CaseFacts, { today, calendar, random }: Chance): Action | null {
  const moment = { calendar, today }
  const lapse =
    random(2) === 0 ? deemAcceptance(facts, { ...moment, actor: officer, committed: new Set(['promise']) }) : null
  if (lapse) return lapse
  const tried = triedIn[facts.state] ?? []
  if (tried.length === 0) return null
  const command = commandOf(tried[random(tried.length)] ?? 'record', random)
  const day = random(5) === 0 && facts.lastOn <= today ? { happenedOn: facts.lastOn } : {}
  const input = { ...command.input, ...day }
  try {
    return decideStep(facts, { ...command, input } as Command, {
      ...{ ...moment, actor: officer, ...everything, committed: new Set(['promise']) },
    })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function commandOf(verb: Tried, random: (below: number) => number): Command {
  const reason = '理由'
  const paper = (ref: string) => ({ ref, fileId: null, note: null })
  switch (verb) {
    case 'correct':
      return told({ verb, input: { reason, papers: [{ ref: 'form', note: '不清' }] } })
    case 'resubmit':
      return told({ verb, input: { papers: [paper('form')] } })
    case 'accept':
      return told({
        verb,
        input: { owed: ['later', 'with-decision'], covered: random(2) === 0 ? ['zone-study'] : [], awaiting: [] },
      })
    case 'suspend':
      return told({ verb, input: { reason, procedure: 'testing', promisedDays: 1 + random(20), paper: null } })
    case 'extend':
      return told({ verb, input: { reason, days: random(3) === 0 ? null : 1 + random(10) } })
    case 'askOpinions':
      return told({
        verb,
        input: { reason, departments: [{ id: random(2) === 0 ? 'fire' : 'ecology', days: 1 + random(8) }] },
      })
    case 'giveOpinion':
    case 'concludeReview':
      return told({ verb, input: { reason, opinion: 'agree' } })
    case 'supply':
      return told({ verb, input: { papers: [paper(random(2) === 0 ? 'later' : 'with-decision')] } })
    case 'decide':
      return told({ verb, input: decided[random(3)] ?? decided[0] })
    case 'reverse':
      return told({ verb, input: { reason, reversal: 'court', paper: null } })
    case 'resume':
      return told({ verb, input: { reason, paper: null } })
    case 'issue':
      return told({ verb, input: { reason: null } })
    case 'receive':
      return told({ verb, input: {} })
    default:
      return told({ verb, input: { reason } })
  }
}

const decided = [
  { result: 'pass', reason: null, remedies: null },
  { result: 'pass_with_tolerance', reason: null, remedies: null },
  { result: 'not_pass', reason: '理由', remedies: '可以复议' },
] as const
