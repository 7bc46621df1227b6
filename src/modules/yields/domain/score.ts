import { muFromSqm } from '../../../kernel/area.ts'
import type { AnnualItem } from '../../annuals/contract/items.ts'
import { type MeasureName, measures } from '../contract/measures.ts'
import type { SheetLine } from '../contract/sheet.ts'

/** Annual values of an enterprise, or of a group of firms together; what is not in it is unknown. */
export type Year = ReadonlyMap<AnnualItem, number>

/**
 * Land in mu by the land-area rule (domain practice of 亩均评价: 登记面积 + 租入 − 租出). Leases that nobody entered are none; titled land
 * may be absent only where land is leased in. With two places, as land papers state it. Null: unknown, or nothing left.
 */
export function landMu(year: Year): number | null {
  const titled = year.get('landTitled')
  const leasedIn = year.get('landLeasedIn')
  if (titled === undefined && leasedIn === undefined) return null
  const sqm = (titled ?? 0) + (leasedIn ?? 0) - (year.get('landLeasedOut') ?? 0)
  const mu = Number(muFromSqm(sqm))
  return mu > 0 ? mu : null
}

/** Numbers of a group of firms together: an item that one of them lacks is unknown, but leases (see `landMu`). */
export function together(years: readonly Year[]): Year {
  const items = new Set(years.flatMap((year) => [...year.keys()]))
  const optional: ReadonlySet<AnnualItem> = new Set(['landTitled', 'landLeasedIn', 'landLeasedOut'])
  return new Map(
    [...items]
      .filter((item) => optional.has(item) || years.every((year) => year.has(item)))
      .map((item) => [item, years.reduce((sum, year) => sum + (year.get(item) ?? 0), 0)]),
  )
}

/** One value over another; null where one is unknown, or the lower one is 0: no land, no energy or no emission is no measure of its use. */
export function measured(name: MeasureName, year: Year): number | null {
  const { over, under } = measures[name]
  const above = year.get(over)
  const below = under === 'land' ? landMu(year) : (year.get(under) ?? null)
  return above === undefined || below === null || below <= 0 ? null : above / below
}

/** Points of a line: value over base times weight, a negative value 0, capped where the sheet says so. Null: no value. */
export function pointsOf({ measure, base, weight }: SheetLine, cap: number | null, year: Year): number | null {
  const value = measured(measure, year)
  if (value === null) return null
  const points = (Math.max(value, 0) / base) * weight
  return cap === null ? points : Math.min(points, cap * weight)
}
