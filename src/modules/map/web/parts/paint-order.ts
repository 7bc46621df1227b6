import { boxOf } from '../../../../kernel/geometry/box.ts'
import type { Lying } from './use-layers.ts'

/** What is large is painted first, whatever its layer: a plan of the whole zone hides no parcel, and a press finds the smaller thing. */
export function largestFirst(features: readonly Lying[]): readonly Lying[] {
  const sized = features.map((one) => {
    const [west, south, east, north] = boxOf(one.geometry)
    return { one, size: (east - west) * (north - south) }
  })
  return sized.toSorted((a, b) => b.size - a.size).map(({ one }) => one)
}
