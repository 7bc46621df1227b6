import { z } from 'zod'
import { findFlaws } from '../../../kernel/geometry/flaws.ts'
import { Position } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'

/** Where China lies, generously, for a building whose point alone is known: degrees of CGCS2000 (EPSG:4490). */
export const bounds = { longitude: [73, 136], latitude: [3, 54] } as const

const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)).length(1) })

/** The outer ring of a footprint that was stored; null where it is not one. */
export function ringOf(outline: string): readonly Position[] | null {
  try {
    return Polygon.parse(JSON.parse(outline)).coordinates[0] ?? null
  } catch {
    return null
  }
}

/** Why a footprint is refused, or null: a GeoJSON Polygon (RFC 7946) of one ring that could be the ground of a parcel too. */
export function faultOfOutline(outline: string): Label | null {
  const ring = ringOf(outline)
  if (ring === null) {
    return {
      zh: '轮廓应是 GeoJSON 的 Polygon，只有一个外环，例如 {"type":"Polygon","coordinates":[[[110.8,35.1],…]]}。',
      en: 'The outline is a GeoJSON Polygon of one ring, such as {"type":"Polygon","coordinates":[[[110.8,35.1],…]]}.',
    }
  }
  return findFlaws({ type: 'Polygon', coordinates: [[...ring]] }, null)[0]?.text ?? null
}
