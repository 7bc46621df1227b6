/**
 * 五未（批而未供、供而未用、建而未竣、竣而未投、投而未达）按凭证日期和计划节点判定。闲置土地处置办法（国土资源部令第53号）第2条：
 * 从约定的动工日算起，没有约定的从供地合同算起。不知道日期的不判定，也不当作没有停滞。
 */
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Stage } from '../../projects/contract/stage.ts'
import type { NotYet } from '../contract/not-yet.ts'

export interface StallRule {
  readonly notYet: NotYet
  readonly monthsAfterReached: number | null
  readonly monthsAfterPlanned: number | null
  readonly belowPercent: number | null
  readonly source: string
  readonly confidence: string
}

/** What the records know of the step that a project stands at. */
export interface StandingAt {
  readonly notYet: NotYet
  /** Day on which the step before was proved; null: not known. */
  readonly reachedOn: Day | null
  /** Day on which the next step was planned; null: not planned. */
  readonly plannedOn: Day | null
  /** Of the last year known, percent of the planned output; null: not known. */
  readonly outputPercent: number | null
  readonly outputYear: number | null
}

export interface Found {
  readonly since: Day
  readonly months: number
  readonly why: Label
}

const nextOf: Readonly<Partial<Record<Stage, NotYet>>> = {
  signed: 'supplied',
  land: 'started',
  permits: 'started',
  started: 'completed',
  construction: 'completed',
  completed: 'producing',
  production: 'atCapacity',
}

/** What a project at this stage may be lacking; null before the signing and at full capacity. */
export const notYetAt = (stage: Stage): NotYet | null => nextOf[stage] ?? null

const words: Readonly<Record<NotYet, { readonly before: Label; readonly next: Label }>> = {
  supplied: { before: { zh: '签约', en: 'signed' }, next: { zh: '取得土地', en: 'land' } },
  started: { before: { zh: '取得土地', en: 'given its land' }, next: { zh: '开工', en: 'a start' } },
  completed: { before: { zh: '开工', en: 'started' }, next: { zh: '竣工', en: 'completion' } },
  producing: { before: { zh: '竣工', en: 'completed' }, next: { zh: '投产', en: 'production' } },
  atCapacity: { before: { zh: '投产', en: 'brought into production' }, next: { zh: '达产', en: 'full capacity' } },
}

/** Found, not found (null), or unknown because no day is known that could be counted from. */
export function find(at: StandingAt, rule: StallRule, today: Day): Found | null | 'unknown' {
  const { before, next } = words[at.notYet]
  if (at.plannedOn !== null && rule.monthsAfterPlanned !== null) {
    const months = monthsSince(at.plannedOn, today)
    if (months >= rule.monthsAfterPlanned)
      return {
        ...{ since: at.plannedOn, months },
        why: {
          zh: `计划 ${at.plannedOn} ${next.zh}，已过 ${months} 个月仍没有凭证（界限 ${rule.monthsAfterPlanned} 个月）。`,
          en: `Planned for ${next.en} on ${at.plannedOn}: ${months} months later there is no proof (limit ${rule.monthsAfterPlanned}).`,
        },
      }
    return null
  }
  const { belowPercent } = rule
  if (
    at.notYet === 'atCapacity' &&
    belowPercent !== null &&
    at.outputPercent !== null &&
    at.outputPercent < belowPercent &&
    at.reachedOn !== null
  ) {
    const year = at.outputYear ?? ''
    return {
      ...{ since: at.reachedOn, months: Math.max(0, monthsSince(at.reachedOn, today)) },
      why: {
        zh: `${at.reachedOn} 投产，${year} 年产值为设计的 ${at.outputPercent}%，低于 ${belowPercent}%。`,
        en: `In production since ${at.reachedOn}; output in ${year} was ${at.outputPercent}% of the planned, below ${belowPercent}%.`,
      },
    }
  }
  if (rule.monthsAfterReached === null) return null
  if (at.reachedOn === null) return 'unknown'
  const months = monthsSince(at.reachedOn, today)
  if (months < rule.monthsAfterReached) return null
  return {
    ...{ since: at.reachedOn, months },
    why: {
      zh: `${at.reachedOn} ${before.zh}，已 ${months} 个月没有${next.zh}的凭证（界限 ${rule.monthsAfterReached} 个月）。`,
      en: `${capital(before.en)} on ${at.reachedOn}: ${months} months later there is no proof of ${next.en} (limit ${rule.monthsAfterReached}).`,
    },
  }
}

/** Whole months from one day to another; negative before it. */
export function monthsSince(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

interface PutAside {
  readonly notYet: NotYet
  readonly since: Day
  readonly againOn: Day | null
}

/** Whether what was put aside stays so: while the same is found from the same day, and until the day named. */
export function staysAside(
  aside: PutAside,
  found: { readonly notYet: NotYet; readonly since: Day },
  today: Day,
): boolean {
  if (aside.notYet !== found.notYet || aside.since !== found.since) return false
  return aside.againOn === null || today < aside.againOn
}
