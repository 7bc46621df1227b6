import type { Moment } from '../../../kernel/clock-state.ts'
import { laterOf } from '../../../kernel/order.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import type { CasePaper } from '../contract/paper.ts'
import { type Action, type Actor, type CaseFacts, type PaperChange, plainAction } from './facts.ts'
import { lapsedFrom, openAnswer } from './subject.ts'

/** What the deemed acceptance is recorded by, beside the case. */
export interface Lapse extends Moment {
  /** The program itself. */
  readonly actor: Actor
  /** Papers that a signed commitment stands in for. */
  readonly committed: ReadonlySet<string>
}

/**
 * The acceptance by lapse of time as an action of the case (行政许可法 第32条第1款第4项), or null while it has not come to that.
 * Its legal day is the first working day after the limit, however late it is recorded; it counts from the day of receipt.
 */
export function deemAcceptance(facts: CaseFacts, { actor, committed, ...moment }: Lapse): Action | null {
  const countsFrom = lapsedFrom(facts, moment)
  const dueOn = openAnswer(facts, moment)?.dueOn ?? null
  if (countsFrom === null || dueOn === null) return null
  const lapsedOn = addWorkdays(moment.calendar, dueOn, 1)
  if (lapsedOn > moment.today) return null
  return {
    ...plainAction('deemAccepted', laterOf(lapsedOn, facts.lastOn), actor),
    reason: `${dueOn} 前未告知补正，依据行政许可法第三十二条第一款第四项，自 ${countsFrom} 收到申请材料之日起即为受理。`,
    papers: takenWithout(facts.papers, committed),
    countsFrom,
  }
}

/** The papers of a case that is accepted by law, whatever it lacks. */
export function takenWithout(papers: readonly CasePaper[], committed: ReadonlySet<string>): PaperChange[] {
  return papers.map((paper) => taken(paper, committed))
}

/** What is there is accepted, and what is not there is owed from now on: the time to ask for it as a correction is over. */
function taken({ ref, note, status, treatment }: CasePaper, committed: ReadonlySet<string>): PaperChange {
  if (status === 'given' || status === 'accepted') return { ref, status: 'accepted', note }
  if (treatment === 'commitment' && committed.has(ref)) return { ref, status: 'replaced', note }
  return { ref, status: 'owed', note }
}
