import type { Action, Asked, Review } from './facts.ts'

/**
 * The round of opinions after an action (行政许可法 第26条; 浙江、滨州并联审批规定: one lead department, the others answer within days):
 * asked, answered one by one, concluded by the lead. Pure; whether an answer was late its clock says.
 */
export function reviewAfter(before: Review | null, action: Action): Review | null {
  const { verb, on, reason, opinion, more } = action
  if (verb === 'askOpinions') return opened(before, action)
  if (before === null || before.concludedOn !== null) return before
  if (verb === 'giveOpinion') return { ...before, asked: before.asked.map((one) => answered(one, action)) }
  if (verb === 'concludeReview') {
    const assumed = new Set(more?.assumed)
    const asked = before.asked.map((one) => (assumed.has(one.departmentId) ? { ...one, assumed: true } : one))
    return { ...before, asked, concludedOn: on, conclusion: opinion, reason }
  }
  return before
}

function opened(before: Review | null, { on, reason, more }: Action): Review {
  const nothing = { opinion: null, reason: null, givenOn: null, by: null, assumed: false }
  const asked = (more?.consult ?? []).map(({ departmentId, name, days }) => ({ departmentId, name, days, ...nothing }))
  return {
    ...(more?.stage && { stage: more.stage }),
    round: (before?.round ?? 0) + 1,
    askedOn: on,
    question: reason,
    asked,
    concludedOn: null,
    conclusion: null,
    reason: null,
  }
}

function answered(one: Asked, { on, actor, opinion, reason, more }: Action): Asked {
  if (one.departmentId !== more?.department?.id) return one
  return { ...one, opinion, reason, givenOn: on, by: actor.name }
}

/** Departments whose word is still missing. */
export function waitingOf(review: Review | null): readonly Asked[] {
  if (review === null || review.concludedOn !== null) return []
  return review.asked.filter(({ opinion }) => opinion === null)
}
