import { Problem } from '../../../kernel/problem.ts'
import type { Conclusion } from '../contract/review.ts'
import type { ItemState, PlanState } from '../contract.ts'

export interface PlanFacts {
  readonly state: PlanState
  /** Grows with every change of what the plan says. */
  readonly content: number
  /** Account that wrote what it says now. */
  readonly draftedBy: string
  /** The latest review. */
  readonly review: { readonly content: number; readonly conclusion: Conclusion } | null
  readonly items: readonly { readonly state: ItemState }[]
}

type Refusal = Problem | null

/** Only a draft is changed: a confirmed plan is closed, and a new one drafted. */
export function refusalOfChange({ state }: Pick<PlanFacts, 'state'>): Refusal {
  return state === 'draft'
    ? null
    : refuse('not_draft', {
        zh: '只有草稿可以修改；已确认的请办结后另起草一份。',
        en: 'Only a draft can be changed: close this one and draft another.',
      })
}

/** Whoever wrote it does not review it (公平竞争审查条例 第十三条至第十五条: 审查机制; four eyes are the zone's own rule). */
export function refusalOfReview(facts: Pick<PlanFacts, 'state' | 'draftedBy'>, reviewer: string): Refusal {
  if (facts.state !== 'draft') return refusalOfChange(facts)
  return facts.draftedBy === reviewer
    ? refuse('own_draft', {
        zh: '起草人不能审查自己起草的一企一策，请由另一位同事审查。',
        en: 'Nobody reviews the own draft: ask a colleague.',
      })
    : null
}

/** No plan without a review of what it says now (公平竞争审查条例 第三条: 未经公平竞争审查，不得出台). */
export function refusalOfConfirmation({ state, content, review }: PlanFacts): Refusal {
  if (state !== 'draft') {
    return refuse('confirmed_already', {
      zh: '这份一企一策已经确认过，请刷新。',
      en: 'This plan was confirmed already: reload.',
    })
  }
  if (review === null) {
    return refuse('not_reviewed', {
      zh: '未经公平竞争审查，不得确认；请先审查。',
      en: 'It may not be confirmed without a fair-competition review: review it first.',
    })
  }
  if (review.content !== content) {
    return refuse('review_outdated', {
      zh: '审查之后内容又改过，请重新审查后再确认。',
      en: 'It was changed after its review: review it again first.',
    })
  }
  return review.conclusion === 'restricts'
    ? refuse('restricts', {
        zh: '审查结论是影响公平竞争，不得出台；请删改有关事项后重新审查。',
        en: 'The review says that it restricts competition: change those items and review again.',
      })
    : null
}

/** Items of a confirmed plan are reported once. */
export function refusalOfReport({ state }: Pick<PlanFacts, 'state'>, item: ItemState): Refusal {
  if (state !== 'confirmed') {
    return refuse('not_confirmed', {
      zh: '一企一策确认后、办结前才能报告事项结果。',
      en: 'Items are reported while the plan is confirmed and not closed.',
    })
  }
  return item === 'open'
    ? null
    : refuse('reported_already', {
        zh: '这个事项已经报告过结果，请刷新。',
        en: 'This item was reported already: reload.',
      })
}

/** Closed when no item is open. */
export function refusalOfClosing({ state, items }: Pick<PlanFacts, 'state' | 'items'>): Refusal {
  if (state !== 'confirmed') return refusalOfReport({ state }, 'open')
  const open = items.filter((item) => item.state === 'open').length
  return open === 0
    ? null
    : refuse('items_open', {
        zh: `还有 ${open} 个事项没有结果，请先逐项报告。`,
        en: `${open} items have no result: report them first.`,
      })
}

function refuse(code: string, text: { readonly zh: string; readonly en: string }): Problem {
  return new Problem('rule_violated', `tailored.${code}`, text)
}
