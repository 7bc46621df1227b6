import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { type Dated, holdingOn, latestOn } from '../../../kernel/dated.ts'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { criteria } from '../contract/words.ts'
import type { Weight } from '../domain/rank.ts'
import type {} from './table.ts'

const valid = {
  ...{ validFrom: z.iso.date(), validUntil: z.iso.date().nullable() },
  ...{ source: z.string().min(1), confidence: z.enum(['V', 'P', 'M', 'E']) },
}
const Text = z.strictObject({ zh: z.string(), en: z.string() })
const days = z.int().min(0)
const share = z.number().min(0)

const Shipped = z.strictObject({
  note: z.string(),
  floors: z.array(z.strictObject({ noticeDays: days, listingDays: days, contractWorkdays: days, ...valid })),
  prices: z.array(z.strictObject({ perSqm: z.array(z.number()).length(15), ...valid })),
  payment: z.array(
    z.strictObject({ firstMonths: days, firstPercent: share, restMonths: days, latePermille: share, ...valid }),
  ),
  contract: z.array(
    z.strictObject({ lateStartPermille: share, lateCompletionPermille: share, capPercent: share, ...valid }),
  ),
  weights: z.array(
    z.strictObject({ criterion: z.enum(criteria), points: share, zeroAt: z.number(), fullAt: z.number(), ...valid }),
  ),
  permits: z.array(
    z.strictObject({ code: z.string(), matter: z.string(), title: Text, issuer: Text, workdays: days, ...valid }),
  ),
})

let read: z.infer<typeof Shipped> | undefined
function shipped() {
  read ??= Shipped.parse(readDataFile('supply/rules.json'))
  return read
}

function inForce<T extends Dated>(rules: readonly T[], day: Day): T {
  const rule = latestOn(rules, day)
  if (rule) return rule
  throw new Problem('rule_violated', 'supply.no_rule', {
    zh: `${day} 没有施行中的供地规则，请更正日期。`,
    en: `No rule of supply was in force on ${day}: correct the date.`,
  })
}

/** What the law and the ministries ask on a day, as data/supply/rules.json has it. */
export const floorsOn = (day: Day) => inForce(shipped().floors, day)
export const pricesOn = (day: Day) => inForce(shipped().prices, day)
export const paymentOn = (day: Day) => inForce(shipped().payment, day)
export const contractOn = (day: Day) => inForce(shipped().contract, day)
export const permitsOn = (day: Day) => holdingOn(shipped().permits, day)

/** Weights of the waiting list on a day: the zone's own if it has any, else what is shipped. */
export async function weightsOn(db: Database, zoneId: string, day: Day): Promise<readonly Weight[]> {
  const rows = await db
    .selectFrom('supply.weights')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = rows.map((row) => ({
    ...{ criterion: row.criterion, points: Number(row.points), zeroAt: Number(row.zero_at) },
    ...{ fullAt: Number(row.full_at), source: row.source, validFrom: row.valid_from, validUntil: row.valid_until },
  }))
  const holding = holdingOn(own, day)
  return holding.length > 0 ? holding : holdingOn(shipped().weights, day)
}
