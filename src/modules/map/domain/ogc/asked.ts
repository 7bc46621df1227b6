// OGC API – Features Part 1 (OGC 17-069r4), 7.15.3 bbox, 7.15.4 datetime; Part 2 (OGC 18-058r1) bbox-crs. Read 2026-11 (P).
import type { Day } from '../../../../kernel/calendar.ts'
import type { MapBox } from '../../../../kernel/geometry/geojson.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { cgcs2000 } from '../../contract/ogc.ts'

/** Four numbers, or six with heights, which are passed over. In EPSG:4490 latitude comes first. */
export function boxAsked(text: string | undefined, crs: string): MapBox | undefined {
  if (text === undefined) return undefined
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i] as number) : numbers
  const [a = 0, b = 0, c = 0, d = 0] = flat
  const box: MapBox = crs === cgcs2000 ? [b, a, d, c] : [a, b, c, d]
  const [west, south, east, north] = box
  const onGlobe = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  if (flat.length === 4 && onGlobe && west <= east && south <= north) return box
  throw new Problem('invalid_input', 'map.bbox', {
    zh: 'bbox 应为四个数：西、南、东、北（度），例如 110.6,35.0,111.0,35.3。',
    en: 'bbox is four numbers, west, south, east, north in degrees: 110.6,35.0,111.0,35.3.',
  })
}

const [ever, never] = ['0001-01-01', '9999-12-31']

/** A day, an instant or `from/to` with `..` or nothing for an open end, as legal days, both included; without it today alone. */
export function daysAsked(text: string | undefined, today: Day): { readonly from: Day; readonly to: Day } {
  if (text === undefined) return { from: today, to: today }
  const [from, to = from, ...more] = text.split('/')
  const interval = text.includes('/')
  const ends = { from: dayOf(from, interval ? ever : null), to: dayOf(to, interval ? never : null) }
  if (more.length === 0 && ends.from !== null && ends.to !== null && ends.from <= ends.to) {
    return { from: ends.from, to: ends.to }
  }
  throw new Problem('invalid_input', 'map.datetime', {
    zh: 'datetime 应为一天、一个时刻，或“起/止”（未定的一端写 ..），例如 2026-03-02 或 2025-01-01/..。',
    en: 'datetime is a day, an instant or from/to with .. for an open end: 2026-03-02 or 2025-01-01/...',
  })
}

function dayOf(text: string | undefined, open: Day | null): Day | null {
  if (text === undefined || text === '' || text === '..') return open
  const shaped = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i.test(text)
  const instant = new Date(text)
  if (!shaped || Number.isNaN(instant.getTime())) return null
  return text.length === 10 ? text : legalDayOf(instant)
}
