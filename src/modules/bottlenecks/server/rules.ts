import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Level } from '../contract/topic.ts'

const Rules = z.strictObject({
  note: z.string(),
  levels: z
    .array(
      z.strictObject({
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        days: z.int().min(1),
        source: z.string().min(1),
        confidence: z.enum(['V', 'P', 'M', 'E']),
      }),
    )
    .length(3),
})

let known: z.infer<typeof Rules> | undefined

/** Working days of a level, as the installation ships them. */
export function daysOf(level: Level): number {
  known ??= Rules.parse(readDataFile('bottlenecks/rules.json'))
  const rule = known.levels.find((one) => one.level === level)
  if (rule) return rule.days
  throw new RangeError(`no rule for level ${level}`)
}
