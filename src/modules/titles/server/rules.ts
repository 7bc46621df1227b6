import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'

const Rules = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      ...{ remindDays: z.int().min(0), validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
      ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
    }),
  ),
})

let known: z.infer<typeof Rules>['rules'] | undefined

/** Calendar days before which a title is brought up; 0 where no rule holds. */
export function remindDaysOn(day: Day): number {
  known ??= Rules.parse(readDataFile('titles/rules.json')).rules
  return latestOn(known, day)?.remindDays ?? 0
}
