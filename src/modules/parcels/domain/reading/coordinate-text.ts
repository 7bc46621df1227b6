/*
 * 勘测定界界址点坐标交换格式 (国土资源部 土地勘测定界 .txt): `[属性描述]` with datum, width and number of the zone, then `[地块坐标]`: a line that ends
 * with @ begins a parcel (points, area in ha, code, name, …), each further line is point, ring, northing, easting.
 */
import { sqmFromHa } from '../../../../kernel/area.ts'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'
import type { Candidate, GeometryRead } from './candidate.ts'
import { meridianOfSix, meridianOfThree, positionOf } from './plane-position.ts'
import { datumNamed } from './reference.ts'
import { closed, shapeFromRings } from './rings.ts'

export const isCoordinateText = (text: string): boolean => text.includes('[地块坐标]')

export function readCoordinateText(text: string, meridian: number | null): GeometryRead {
  const [head = '', body = ''] = text.split('[地块坐标]')
  const said = new Map(
    head.split(/\r?\n/).map((line) => [line.split('=')[0]?.trim(), line.split('=')[1]?.trim() ?? '']),
  )
  const own = meridianSaid(said.get('几度分带'), said.get('带号')) ?? meridian
  const blocks: { readonly head: readonly string[]; readonly lines: string[] }[] = []
  for (const line of body.split(/\r?\n/).map((one) => one.trim())) {
    if (line.endsWith('@')) blocks.push({ head: line.split(/[,，]/).map((part) => part.trim()), lines: [] })
    else if (line !== '') blocks.at(-1)?.lines.push(line)
  }
  const datum = datumNamed(said.get('坐标系') ?? '')
  return { datum, candidates: blocks.map((block) => candidateOf(block, own)) }
}

function meridianSaid(width: string | undefined, number: string | undefined): number | null {
  const zoneNumber = Number(number || Number.NaN)
  if (!Number.isInteger(zoneNumber)) return null
  if (width === '3') return meridianOfThree(zoneNumber)
  return width === '6' ? meridianOfSix(zoneNumber) : null
}

function candidateOf(
  { head, lines }: { readonly head: readonly string[]; readonly lines: readonly string[] },
  meridian: number | null,
): Candidate {
  const [, hectares = '', code = '', name = ''] = head
  const named = {
    ...{ code: code === '' ? null : code, name: name === '' ? null : name },
    registeredSqm: Number(hectares) > 0 ? Number(sqmFromHa(hectares)) : null,
  }
  const rings = new Map<string, Position[]>()
  for (const line of lines) {
    const [, ring = '', northing = '', easting = ''] = line.split(/[,，]/).map((part) => part.trim())
    const numbers = [northing, easting].map((part) => (part === '' ? Number.NaN : Number(part)))
    const [a = Number.NaN, b = Number.NaN] = numbers
    if (numbers.some(Number.isNaN)) return { ...named, shape: null, flaw: noPoint(line) }
    const placed = positionOf(a, b, meridian)
    if ('flaw' in placed) return { ...named, shape: null, flaw: placed.flaw }
    rings.set(ring, [...(rings.get(ring) ?? []), placed.at])
  }
  return { ...named, shape: shapeFromRings([...rings.values()].map(closed)), flaw: null }
}

function noPoint(line: string): Label {
  return {
    zh: `“${line}”不是“点号,圈号,北坐标,东坐标”：请更正这一行。`,
    en: `"${line}" is not point, ring, northing, easting: correct the line.`,
  }
}
