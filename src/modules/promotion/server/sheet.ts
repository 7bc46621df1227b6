import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

const Text = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const Shipped = z.strictObject({
  note: z.string(),
  passMark: z.number().min(0).max(100),
  truncatedFrom: z.int().min(3),
  criteria: z.array(
    z.strictObject({
      ...{ code: z.string(), name: Text, guidance: Text.nullable(), weight: z.number().positive() },
      ...{ source: z.string(), confidence: z.enum(['V', 'P', 'M', 'E']) },
    }),
  ),
})
type Shipped = z.infer<typeof Shipped>

export interface Sheet {
  readonly passMark: number
  readonly truncatedFrom: number
  readonly criteria: readonly {
    readonly code: string
    readonly name: Label
    readonly guidance: Label | null
    readonly weight: number
    readonly source: string
    readonly confidence: string
  }[]
}

let shipped: Shipped | undefined

/** The sheet of a day: the zone's own criteria if any are in force, else the shipped one. */
export async function sheetOn(db: Database, zoneId: string, day: string): Promise<Sheet> {
  shipped ??= Shipped.parse(readDataFile('promotion/evaluation.json'))
  const rows = await db
    .selectFrom('promotion.criteria')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', day)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return shipped
  // Of one code the latest rule counts.
  const own = new Map(rows.map((row) => [row.code, row])).values()
  return {
    ...shipped,
    criteria: [...own].map(({ code, name, guidance, weight, source, confidence }) => ({
      ...{ code, weight, source, confidence, name: { zh: name, en: name } },
      guidance: guidance === null ? null : { zh: guidance, en: guidance },
    })),
  }
}
