import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { type NotYet, notYets } from '../contract/not-yet.ts'
import type { StallRule } from '../domain/find.ts'
import type {} from './table.ts'

const months = z.int().min(0).nullable()
const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      ...{ notYet: z.enum(notYets), monthsAfterReached: months, monthsAfterPlanned: months },
      ...{ belowPercent: z.number().min(0).max(100).nullable() },
      ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable(), source: z.string().min(1) },
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

let shipped: z.infer<typeof Shipped>['rules'] | undefined

/** The rule of each of the five on a day: the zone's own, or the shipped one; none where neither holds. */
export async function rulesOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<NotYet, StallRule>> {
  shipped ??= Shipped.parse(readDataFile('stalls/rules.json')).rules
  const rows = await db
    .selectFrom('stalls.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...{ notYet: row.not_yet, monthsAfterReached: row.months_after_reached },
    ...{ monthsAfterPlanned: row.months_after_planned, source: row.source, confidence: row.confidence },
    belowPercent: row.below_percent === null ? null : Number(row.below_percent),
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
  }))
  const found = new Map<NotYet, StallRule>()
  for (const notYet of notYets) {
    const of = <T extends { readonly notYet: NotYet }>(rules: readonly T[]) =>
      rules.filter((rule) => rule.notYet === notYet)
    const rule = latestOn(of(own), day) ?? latestOn(of(shipped), day)
    if (rule) found.set(notYet, rule)
  }
  return found
}
