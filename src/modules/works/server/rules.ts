import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'

const percent = z.number().min(0).max(100)
const source = z.string().min(1)
const Rules = z.strictObject({
  note: z.string(),
  rules: z
    .array(
      z.strictObject({
        ...{ changePercent: percent, changeSource: source, growthPercent: percent, growthSource: source },
        ...{ smeDays: z.int().min(0), agreedDaysMax: z.int().min(0), termsSource: source },
        ...{ soonDays: z.int().min(0), behindPoints: percent, ownSource: source },
        ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable(), confidence: z.enum(['V', 'P', 'M', 'E']) },
      }),
    )
    .min(1),
})
export type WorksRule = z.infer<typeof Rules>['rules'][number]

let known: readonly WorksRule[] | undefined

/** The rule that holds on a day; before the first one the first. */
export function ruleOn(day: Day): WorksRule {
  known ??= Rules.parse(readDataFile('works/rules.json')).rules
  const rule = latestOn(known, day) ?? known[0]
  if (rule) return rule
  throw new RangeError('data/works/rules.json has no rule')
}
