import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { ruledStrengths } from '../contract/strength.ts'
import type { StrengthRuleFacts } from '../domain/strength.ts'
import type {} from './table.ts'

const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      strength: z.enum(ruledStrengths),
      minEnterprises: z.int().min(1),
      minTargetPercent: z.number().min(0).nullable(),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
      source: z.string().min(1),
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

let shipped: readonly StrengthRuleFacts[] | undefined

/** The zone's own strength rules if it has any; those that the installation ships otherwise. */
export async function strengthRules(db: Database, zoneId: string): Promise<readonly StrengthRuleFacts[]> {
  const rows = await db
    .selectFrom('chains.strength_rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  shipped ??= Shipped.parse(readDataFile('chains/strength.json')).rules
  if (rows.length === 0) return shipped
  return rows.map((row) => ({
    strength: row.strength,
    minEnterprises: row.min_enterprises,
    minTargetPercent: row.min_target_percent === null ? null : Number(row.min_target_percent),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
    confidence: row.confidence,
  }))
}
