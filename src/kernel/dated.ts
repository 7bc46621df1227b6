import type { Day } from './calendar.ts'
import { choice, date, text } from './field.ts'

/** What holds from a day on, until a day that no longer belongs to it. */
export interface Dated {
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** Fields of a record that holds for a time and says by what source: every rule that a zone has of its own. */
export const datedFields = {
  validFrom: date({
    label: { zh: '施行日期', en: 'In force from' },
    example: '2026-03-01',
    required: true,
    sort: true,
  }),
  validUntil: date({ label: { zh: '失效日期', en: 'Until (that day not included)' }, example: '2028-03-01' }),
  source: text({
    label: { zh: '依据', en: 'Source' },
    example: '开发区信用管理办法（试行）第8条',
    required: true,
    max: 300,
  }),
} as const

/** How sure whoever entered it is of its source. */
export const confidenceField = choice({
  label: { zh: '置信标记', en: 'Confidence' },
  options: {
    V: { zh: 'V 读过原文', en: 'V text was read' },
    P: { zh: 'P 公开网页', en: 'P public page' },
    M: { zh: 'M 凭记忆', en: 'M from memory' },
    E: { zh: 'E 估计（样例）', en: 'E estimate (sample)' },
  },
  example: 'E',
  required: true,
})

/** Refuses a record that would hold on no day. */
export function findNoDay({ validFrom, validUntil }: { readonly validFrom?: unknown; readonly validUntil?: unknown }) {
  if (validUntil === null || validUntil === undefined || String(validUntil) > String(validFrom)) return []
  return [
    {
      field: 'validUntil' as const,
      text: { zh: '失效日期要晚于施行日期。', en: 'The day of expiry must lie after the first day.' },
    },
  ]
}

/** Those that hold on a day, in their order. */
export function holdingOn<T extends Dated>(entries: readonly T[], day: Day): T[] {
  return entries.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil))
}

/** Of those that hold on a day the one that began last; of two that began together the later in the list. */
export function latestOn<T extends Dated>(entries: readonly T[], day: Day): T | undefined {
  return holdingOn(entries, day).reduce<T | undefined>(
    (best, entry) => (best && best.validFrom > entry.validFrom ? best : entry),
    undefined,
  )
}
