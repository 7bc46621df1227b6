import type { Day } from '../../../../kernel/calendar.ts'
import type { Label } from '../../../../kernel/label.ts'
import type { Ask, Needs } from '../../contract/needs.ts'

/** What words were taken for: fields that they settle (with how, where that is not plain), or a question. */
export interface Found {
  readonly set?: Partial<Needs>
  readonly note?: Label
  readonly ask?: Omit<Ask, 'words'>
}

/** Words and what they mean; null when these words say nothing after all. */
export interface Rule {
  readonly words: RegExp
  readonly means: (parts: readonly (string | undefined)[], given: { readonly today: Day }) => Found | null
}

/** A rule from a pattern in small letters. */
export function rule(words: string, means: Rule['means']): Rule {
  return { words: new RegExp(words, 'gu'), means }
}

export const atLeast = '(?:不低于|不少于|不小于|至少|最少|起码|大于|>=|≥|at least|min(?:imum)?|over|more than)'
export const atMost =
  '(?:不超过|不高于|不大于|不要超过|最多|至多|最高|小于|低于|<=|≤|at most|up to|no more than|max(?:imum)?|under|below)'
export const about = '(?:大约|约|大概|about|around|roughly|approx\\.?)'
export const more = '(?:及以上|以上|起|or more|\\+)'
export const less = '(?:以内|以下|之内|or less)'
export const nearly = '(?:左右|上下|or so)'
export const squareMetre = '(?:平方米|平米|平方|平|m2|sqm|sq m|square met(?:er|re)s?)'
