import type { AnnualItem } from '../../annuals/contract/items.ts'
import type { YieldSheet } from '../contract/sheet.ts'
import type { Year } from './score.ts'

/** Floor that an enterprise rented, in m², of the evaluated year and the ones before, the latest first; null: nobody entered it. */
export type RentedFloors = readonly (number | null)[]

/**
 * 规模以下租用企业 (practice of 亩均评价, gu456: “租用厂房 3000 平方米以上且满 4 年”): whether a small enterprise with little land takes part because
 * of the floor that it rents, so large and so many years running. Of the evaluated year leases that nobody entered are none, as with land;
 * of a year before they are unknown, and so is the answer: null.
 */
export function takesPartByRenting(
  { smallRenting }: Pick<YieldSheet, 'smallRenting'>,
  floors: RentedFloors,
): boolean | null {
  if (smallRenting === undefined) return false
  const { fromSqm, years } = smallRenting
  const asked = Array.from({ length: years }, (_, ago) => floors[ago] ?? null)
  if ((asked[0] ?? 0) < fromSqm) return false
  if (asked.some((floor) => floor !== null && floor < fromSqm)) return false
  return asked.includes(null) ? null : true
}

/** Floors of firms together: of a year that none of them has it is unknown. */
export function floorsTogether(all: readonly RentedFloors[]): RentedFloors {
  const years = Math.max(0, ...all.map(({ length }) => length))
  return Array.from({ length: years }, (_, ago) => {
    const known = all.flatMap((floors) => floors[ago] ?? [])
    return known.length === 0 ? null : known.reduce((sum, floor) => sum + floor, 0)
  })
}

/** Of an item so large a part belongs to the business that is evaluated, 0 to 1. */
export type Shares = ReadonlyMap<AnnualItem, number>

/**
 * 混合经营拆分 (domain practice of 亩均评价): of an enterprise that also does other business than what is evaluated, the numbers of that business
 * alone. An item that is not split counts whole; one that is unknown stays unknown.
 */
export function splitYear(year: Year, shares: Shares): Year {
  if (shares.size === 0) return year
  return new Map([...year].map(([item, value]) => [item, value * (shares.get(item) ?? 1)]))
}
