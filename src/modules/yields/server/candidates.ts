import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import type { AnnualItem } from '../../annuals/contract/items.ts'
import { countedYear } from '../../annuals/server/api.ts'
import { evaluatedEnterprises } from '../../enterprises/server/api.ts'
import type { YieldSheet } from '../contract/sheet.ts'
import type { Candidate } from '../domain/evaluate.ts'
import { splitYear } from '../domain/scope.ts'
import type {} from './table.ts'

interface Asked {
  readonly year: number
  readonly sheet: YieldSheet
  readonly now: Date
}

/** Every enterprise of the zone as it goes into the evaluation of a year, in the order of names. */
export async function candidatesOf(db: Database, zoneId: string, asked: Asked): Promise<readonly Candidate[]> {
  const { year, sheet, now } = asked
  const day = legalDayOf(now)
  const [enterprises, values, exempt, mergers, splits, before] = [
    await evaluatedEnterprises(db, zoneId),
    await countedYear(db, zoneId, { year, day }),
    await exemptIn(db, zoneId, year),
    await mergersIn(db, zoneId, year),
    await splitsIn(db, zoneId, year),
    await yearsBefore(db, zoneId, { year, day, count: (sheet.smallRenting?.years ?? 1) - 1 }),
  ]
  return enterprises.map(({ id, status, aboveScale }) => ({
    ...{ id, status, aboveScale },
    exempt: exempt.has(id),
    into: mergers.get(id) ?? null,
    year: splitYear(values.get(id) ?? new Map(), splits.get(id) ?? new Map()),
    floors: [values, ...before].map((counted) => counted.get(id)?.get('floorLeasedIn') ?? null),
  }))
}

async function exemptIn(db: Database, zoneId: string, year: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('yields.exemptions')
    .select('enterprise_id')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('from_year', '<=', year)
    .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>=', year)]))
    .execute()
  return new Set(rows.map((row) => row.enterprise_id))
}

async function mergersIn(db: Database, zoneId: string, year: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('yields.mergers')
    .select(['enterprise_id', 'into_id'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('from_year', '<=', year)
    .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>=', year)]))
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.enterprise_id, row.into_id]))
}

/** Of items whose numbers are split the share of the business that is evaluated; of several the one that began last. */
async function splitsIn(db: Database, zoneId: string, year: number) {
  const rows = await db
    .selectFrom('yields.splits')
    .select(['enterprise_id', 'item', 'share_percent'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('from_year', '<=', year)
    .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>=', year)]))
    .orderBy('from_year')
    .orderBy('id')
    .execute()
  const byEnterprise = Map.groupBy(rows, (row) => row.enterprise_id)
  return new Map(
    [...byEnterprise].map(([id, splits]) => [
      id,
      new Map(splits.map(({ item, share_percent }) => [item as AnnualItem, Number(share_percent) / 100] as const)),
    ]),
  )
}

interface Before {
  readonly year: number
  readonly day: string
  readonly count: number
}

/** The counted values of so many years before, the latest first. */
async function yearsBefore(db: Database, zoneId: string, { year, day, count }: Before) {
  const years: Awaited<ReturnType<typeof countedYear>>[] = []
  for (let ago = 1; ago <= count; ago++) years.push(await countedYear(db, zoneId, { year: year - ago, day }))
  return years
}
