import type { Database } from '../../../platform/module.ts'
import type { AnnualItem } from '../contract/items.ts'
import { inOrder } from '../domain/counting.ts'
import { countingRule } from './rules.ts'
import { listValues, sayingOf } from './store.ts'

export type YearOfEnterprise = ReadonlyMap<AnnualItem, number>

/** The values that count of every enterprise with any in that year, by the rule of a day. Needs the zone's context. */
export async function countedYear(
  db: Database,
  zoneId: string,
  { year, day }: { readonly year: number; readonly day: string },
): Promise<ReadonlyMap<string, YearOfEnterprise>> {
  const rule = countingRule(day)
  const byEnterprise = Map.groupBy(await listValues(db, zoneId, { year }), ({ enterprise_id: id }) => id)
  return new Map(
    [...byEnterprise].map(([id, values]) => {
      const byItem = Map.groupBy(values.map(sayingOf), ({ item }) => item)
      const counted = [...byItem].flatMap(([item, sayings]) => {
        const [first] = inOrder(rule, sayings)
        return first ? [[item, first.value] as const] : []
      })
      return [id, new Map(counted)] as const
    }),
  )
}

/** What the source of these values has said of the same item and year already: its record, to be changed. Needs the zone's context. */
export async function findSaying(
  db: Database,
  zoneId: string,
  values: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  const { enterpriseId, year, item, source } = values
  const own = await listValues(db, zoneId, { enterpriseId: String(enterpriseId) })
  return own.find((row) => row.year === year && row.item === item && row.source === source)
}
