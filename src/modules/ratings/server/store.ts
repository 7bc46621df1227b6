import { z } from 'zod'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Acting } from '../../../platform/journal/record.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from '../../cases/server/table.ts'
import type {} from './table.ts'

/** Every read of ratings starts here: with what is shown of their cases. */
export function ratingsIn(db: Database, zoneId: string) {
  return db
    .selectFrom('ratings.ratings as rating')
    .innerJoin('cases.cases as decided', (join) =>
      join.onRef('decided.zone_id', '=', 'rating.zone_id').onRef('decided.id', '=', 'rating.case_id'),
    )
    .selectAll('rating')
    .select(['decided.enterprise_id', 'decided.matter', 'decided.matter_name_zh', 'decided.matter_name_en'])
    .select(['decided.department', 'decided.handler_id'])
    .where('rating.zone_id', '=', zoneId)
    .where('decided.zone_id', '=', zoneId)
    .where('rating.archived_at', 'is', null)
}

export type RatingWithCase = Awaited<ReturnType<ReturnType<typeof ratingsIn>['execute']>>[number]

/** The accounts of the house that had a hand in these cases: their ratings are not theirs to see. */
export async function handsIn(
  db: Database,
  zoneId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const hands = new Map<string, Set<string>>(caseIds.map((id) => [id, new Set()]))
  if (caseIds.length === 0) return hands
  const rows = await db
    .selectFrom('cases.actions')
    .select(['case_id', 'actor_id'])
    .distinct()
    .where('zone_id', '=', zoneId)
    .where('case_id', 'in', caseIds)
    .where('actor_id', 'is not', null)
    .execute()
  for (const { case_id, actor_id } of rows) if (actor_id !== null) hands.get(case_id)?.add(actor_id)
  return hands
}

/** Nobody's name: a rating is made by a pseudonym wherever it is written down. */
export function unnamed<A extends Acting>(context: A, ratingId: string): A {
  const name = `评价人 ${ratingId.slice(-6)}`
  return { ...context, caller: { ...context.caller, accountId: null, personId: null, enterpriseId: null, name } }
}

const Shipped = z.strictObject({
  note: z.string(),
  limits: z.array(
    z.strictObject({
      days: z.number().int().min(1),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
      source: z.string().min(1),
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

/** Working days to handle a bad rating of this day: the zone's own rule, or what the installation ships. */
export async function daysOn(db: Database, zoneId: string, day: Day): Promise<number> {
  const own = await db
    .selectFrom('ratings.limits')
    .select(['days', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const { limits } = Shipped.parse(readDataFile('ratings/limits.json'))
  return (latestOn(own, day) ?? latestOn(limits, day) ?? limits[0])?.days ?? 1
}
