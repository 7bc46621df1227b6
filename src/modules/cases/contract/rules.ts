import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/**
 * Rules of handling that are data with a source and a validity: national defaults in `data/rules/cases.json`, overridden by a zone's
 * own records (`cases.rule`). Every value is text in data; here is how each is read.
 */
const whole = z.coerce.number().int().min(0).max(400)
const days = z.coerce.number().int().min(1).max(400)

export const ruleReaders = {
  /** 行政许可法 第42条: by the head of the authority, once. */
  extensionDays: days,
  /** The same for joint handling, by the head of the government at that level. */
  jointExtensionDays: days,
  /** What follows when an owed paper does not come: the acceptance is withdrawn, the case is refused, or the office decides. */
  owedLapse: z.enum(['withdraw', 'refuse', 'office']),
  /** So many papers may one enterprise owe at a time; `none`: no cap. */
  owedCap: z.union([z.literal('none').transform(() => null), whole]),
  /** Whether a department that says nothing by its day counts as agreeing. */
  silenceAgrees: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  opinionDays: days,
  /** A step entered more than so many working days after its legal day is reported. */
  backdatedAfter: whole,
  undoMinutes: whole,
  /** Calendar days in which a refusal may be brought to reconsideration. */
  reconsiderationDays: days,
  /** Months in which it may be brought to court. */
  suitMonths: days,
}
export type RuleName = keyof typeof ruleReaders
export const ruleNames = Object.keys(ruleReaders) as RuleName[]

type Values = { readonly [Name in RuleName]: z.output<(typeof ruleReaders)[Name]> }

/** The rules that hold in a zone on a day, and where each comes from. */
export interface CaseRules extends Values {
  readonly sources: Readonly<Record<RuleName, string>>
}

export const ruleLabels: Readonly<Record<RuleName, Label>> = {
  extensionDays: { zh: '延长时限（天）', en: 'Extension (days)' },
  jointExtensionDays: { zh: '联合办理延长时限（天）', en: 'Extension of joint handling (days)' },
  owedLapse: { zh: '容缺逾期后果', en: 'When an owed paper lapses' },
  owedCap: { zh: '每家企业未补容缺材料上限', en: 'Owed papers of one enterprise at most' },
  silenceAgrees: { zh: '逾期未出具意见视为同意', en: 'Silence counts as agreement' },
  opinionDays: { zh: '征求意见默认工作日', en: 'Days for an opinion' },
  backdatedAfter: { zh: '超过几个工作日算补录', en: 'Entered late after (working days)' },
  undoMinutes: { zh: '批量操作可撤销（分钟）', en: 'Bulk acts can be undone for (minutes)' },
  reconsiderationDays: { zh: '行政复议期限（日）', en: 'Reconsideration within (days)' },
  suitMonths: { zh: '行政诉讼期限（月）', en: 'Suit within (months)' },
}

/** How an applicant may have a decision reviewed, as the rules of the zone have it: told with every refusal. */
export function remediesText({
  reconsiderationDays,
  suitMonths,
}: Pick<CaseRules, 'reconsiderationDays' | 'suitMonths'>): Label {
  return {
    zh: `如不服本决定，可以自知道之日起 ${reconsiderationDays} 日内申请行政复议，或者 ${suitMonths} 个月内依法提起行政诉讼。`,
    en: `You may ask for administrative reconsideration within ${reconsiderationDays} days, or sue within ${suitMonths} months, of learning of this decision.`,
  }
}
