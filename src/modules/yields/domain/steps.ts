import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { RoundState } from '../contract.ts'

export interface RoundFacts {
  readonly state: RoundState
  readonly objectUntil: Day | null
}

/** Day so many days later. */
function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

interface Publication {
  readonly today: Day
  readonly objectUntil: Day
  readonly objectionDays: number
  readonly graded: number
  readonly incomplete: number
  readonly leaveIncomplete: boolean
}

/** Publication (公示): once, of something, with time to object, and nobody without a grade by oversight. Null: it may be. */
export function refusalOfPublication({ state }: RoundFacts, wanted: Publication): Problem | null {
  const { today, objectUntil, objectionDays, graded, incomplete, leaveIncomplete } = wanted
  if (state !== 'draft') {
    return refuse('published_already', {
      zh: '这次评价已经公示，不能再公示；个别结果有误的，通过异议更正。',
      en: 'This evaluation is published already: single results are corrected through objections.',
    })
  }
  if (graded === 0) {
    return refuse('nobody_graded', {
      zh: '没有一家企业能算出得分，请先录入该年度的年度数据。',
      en: 'No enterprise has a score: enter the annual values of that year first.',
    })
  }
  const earliest = daysLater(today, objectionDays)
  if (objectUntil < earliest) {
    return refuse('too_short', {
      zh: `异议期至少 ${objectionDays} 天，截止日期不能早于 ${earliest}。`,
      en: `Objections need ${objectionDays} days at least: choose ${earliest} or later.`,
    })
  }
  if (incomplete > 0 && !leaveIncomplete) {
    return refuse('incomplete', {
      zh: `还有 ${incomplete} 家企业数据不全、没有得分；请补齐，或勾选“暂不评级”后再公示。`,
      en: `${incomplete} enterprises lack data: complete them, or say that they stay without a grade.`,
    })
  }
  return null
}

/** An objection: while the publication is open to it. */
export function refusalOfObjection(
  { state, objectUntil }: RoundFacts,
  { today, published, open }: { readonly today: Day; readonly published: boolean; readonly open: boolean },
): Problem | null {
  if (state !== 'published' || objectUntil === null || today > objectUntil) {
    return refuse('window_closed', {
      zh: '现在不在异议期内，不能提出异议；如数据有误，请在企业档案里申报更正。',
      en: 'Objections are not open now. If data are wrong, propose a correction on the page of the enterprise.',
    })
  }
  if (!published) {
    return refuse('no_result', {
      zh: '贵企业不在本次公示的结果里，没有可异议的结果。',
      en: 'Your enterprise has no result in this publication.',
    })
  }
  if (open) {
    return refuse('open_already', {
      zh: '已有一份异议正在处理，处理后才能再提。',
      en: 'One objection is being dealt with already: wait for its decision.',
    })
  }
  return null
}

/** Final: after the last day of objection, with none left open. */
export function refusalOfConfirmation(
  { state, objectUntil }: RoundFacts,
  { today, open }: { readonly today: Day; readonly open: number },
): Problem | null {
  if (state !== 'published' || objectUntil === null) {
    return refuse('not_published', {
      zh: '只有公示过、尚未确定的评价可以确定。',
      en: 'Only what is published and not yet final can be made final.',
    })
  }
  if (today <= objectUntil) {
    return refuse('window_open', {
      zh: `异议期到 ${objectUntil} 才结束，请在此之后确定。`,
      en: `Objections are open until ${objectUntil}: make it final after that day.`,
    })
  }
  if (open > 0) {
    return refuse('objections_open', {
      zh: `还有 ${open} 份异议没有处理，处理完才能确定。`,
      en: `${open} objections wait for a decision: decide on them first.`,
    })
  }
  return null
}

function refuse(code: string, text: { readonly zh: string; readonly en: string }): Problem {
  return new Problem('rule_violated', `yields.${code}`, text)
}
