import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { type Rate, rateLabels, rates } from '../contract/rate.ts'
import type { CohortRule } from '../domain/cohort.ts'
import type {} from './table.ts'

const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      ...{ rate: z.enum(rates), baseOn: z.iso.date(), windowMonths: z.int().min(1).nullable() },
      ...{ leaveOutWithdrawn: z.boolean(), validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
      ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
    }),
  ),
})

let shipped: z.infer<typeof Shipped>['rules'] | undefined

/** The cohort rule of every rate on a day: the zone's own, or the shipped one. */
export async function cohortRules(db: Database, zoneId: string, day: Day) {
  shipped ??= Shipped.parse(readDataFile('rates/rules.json')).rules
  const rows = await db
    .selectFrom('rates.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...{ rate: row.rate, baseOn: row.base_on, windowMonths: row.window_months, source: row.source },
    ...{ leaveOutWithdrawn: row.leave_out_withdrawn, validFrom: row.valid_from, validUntil: row.valid_until },
  }))
  const all = shipped
  return (rate: Rate): CohortRule & { readonly source: string } => {
    const of = <T extends { readonly rate: Rate }>(rules: readonly T[]) => rules.filter((rule) => rule.rate === rate)
    const rule = latestOn(of(own), day) ?? latestOn(of(all), day)
    if (rule) return rule
    const { zh, en } = rateLabels[rate]
    throw new Problem('rule_violated', 'rates.no_rule', {
      zh: `${day} 没有施行中的“${zh}”口径，请先录入。`,
      en: `No cohort rule of the ${en.toLowerCase()} is in force on ${day}: enter one first.`,
    })
  }
}
