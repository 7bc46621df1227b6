import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { type Subject, subjects } from '../contract/subject.ts'
import type { LightRule } from '../domain/light.ts'
import type {} from './table.ts'

const number = z.number().min(0).nullable()
const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      ...{
        subject: z.enum(subjects),
        yellowFrom: number,
        redAbove: number,
        redAfterYellows: z.int().min(2).nullable(),
      },
      ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable(), source: z.string().min(1) },
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

let shipped: z.infer<typeof Shipped>['rules'] | undefined

/** The rule of every subject on a day: the zone's own, or the shipped one; none where neither holds. */
export async function rulesOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<Subject, LightRule>> {
  shipped ??= Shipped.parse(readDataFile('lights/rules.json')).rules
  const rows = await db
    .selectFrom('lights.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...{ subject: row.subject, redAfterYellows: row.red_after_yellows, source: row.source },
    yellowFrom: row.yellow_from === null ? null : Number(row.yellow_from),
    redAbove: row.red_above === null ? null : Number(row.red_above),
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
  }))
  const found = new Map<Subject, LightRule>()
  for (const subject of subjects) {
    const of = <T extends { readonly subject: Subject }>(rules: readonly T[]) =>
      rules.filter((rule) => rule.subject === subject)
    const rule = latestOn(of(own), day) ?? latestOn(of(shipped), day)
    if (rule) found.set(subject, rule)
  }
  return found
}
