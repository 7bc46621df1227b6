import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { type Dated, latestOn } from '../../../kernel/dated.ts'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'

const valid = {
  ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
  ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
}
const count = z.int().min(0)
const share = z.number().min(0)

const Shipped = z.strictObject({
  note: z.string(),
  start: z.array(z.strictObject({ times: count, months: count, ...valid })),
  idle: z.array(
    z.strictObject({
      ...{ warnDays: count, feeMonths: count, takeBackMonths: count, feePercent: share },
      ...{ builtPercent: share, spentPercent: share, stoppedMonths: count, ...valid },
    }),
  ),
  checks: z.array(z.strictObject({ noticeDays: count, yearlyMonths: count, ...valid })),
})

let read: z.infer<typeof Shipped> | undefined
function shipped() {
  read ??= Shipped.parse(readDataFile('supply/promises.json'))
  return read
}

function inForce<T extends Dated>(rules: readonly T[], day: Day): T {
  const rule = latestOn(rules, day)
  if (rule) return rule
  throw new Problem('rule_violated', 'promises.no_rule', {
    zh: `${day} 没有施行中的履约规则，请更正日期。`,
    en: `No rule was in force on ${day}: correct the date.`,
  })
}

/** Parameters of the watch as data/supply/promises.json has them for a day. */
export const startRuleOn = (day: Day) => inForce(shipped().start, day)
export const idleRuleOn = (day: Day) => inForce(shipped().idle, day)
export const checkRuleOn = (day: Day) => inForce(shipped().checks, day)
