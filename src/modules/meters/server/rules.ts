import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'

const Rules = z.strictObject({
  note: z.string(),
  rules: z
    .array(
      z.strictObject({
        ...{ jumpFactor: z.number().min(1), overMonths: z.int().min(1) },
        ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
        ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
      }),
    )
    .min(1),
})
type MeterRule = z.infer<typeof Rules>['rules'][number]

let known: readonly MeterRule[] | undefined

/** The rule that holds on a day; before the first one the first. */
export function ruleOn(day: Day): MeterRule {
  known ??= Rules.parse(readDataFile('meters/rules.json')).rules
  const rule = latestOn(known, day) ?? known[0]
  if (rule) return rule
  throw new RangeError('data/meters/rules.json has no rule')
}
