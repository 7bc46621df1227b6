import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'

const Rules = z.strictObject({
  note: z.string(),
  rules: z
    .array(
      z.strictObject({
        idleDays: z.int().min(0),
        coverageMin: z.number().min(0),
        remindDays: z.int().min(0),
        ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
        ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
      }),
    )
    .min(1),
})
export type BondRule = z.infer<typeof Rules>['rules'][number]

let known: readonly BondRule[] | undefined

/** The rule that holds on a day; before the first one the first. */
export function ruleOn(day: Day): BondRule {
  known ??= Rules.parse(readDataFile('bonds/rules.json')).rules
  const rule = latestOn(known, day) ?? known[0]
  if (rule) return rule
  throw new RangeError('data/bonds/rules.json has no rule')
}
