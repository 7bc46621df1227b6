import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Doubt } from '../contract/shape.ts'
import { areaWarnings, type Drawing, differencePercent, findingsOf, refuseDrawing } from './draw.ts'

const shape: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [110.7, 35.1],
      [110.71, 35.1],
      [110.71, 35.11],
      [110.7, 35.1],
    ],
  ],
}
const plain: Drawing = { shape, datum: 'cgcs2000', envelope: null, overlaps: [] }
const beside = (sqm: number) => ({ code: 'LY-2', name: '乙', sqm, ofSqm: 20_000 })

function refused(drawing: Drawing, accepted: Doubt[] = []): string | null {
  try {
    refuseDrawing(findingsOf(drawing), accepted)
    return null
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('a drawing', () => {
  it.each<[string, Partial<Drawing>, Doubt[], string | null]>([
    ['of CGCS2000 alone', {}, [], null],
    ['from a phone map', { datum: 'gcj-02' }, ['datum', 'overlap'], 'parcels.datum'],
    ['of no known datum', { datum: 'unknown' }, ['datum'], 'parcels.datum'],
    ['from a satellite receiver, not confirmed', { datum: 'wgs84' }, [], 'parcels.datum'],
    ['from a satellite receiver, confirmed', { datum: 'wgs84' }, ['datum'], null],
    ['a hair over the border', { overlaps: [beside(0.9)] }, [], null],
    ['a strip over the border', { overlaps: [beside(60)] }, [], 'parcels.overlap'],
    ['a strip over the border that two surveys made', { overlaps: [beside(60)] }, ['overlap'], null],
    ['on the ground of another', { overlaps: [beside(101)] }, ['overlap'], 'parcels.overlap'],
    ['outside of the zone', { envelope: [110, 35, 110.5, 36] }, [], 'parcels.outside_zone'],
  ])('%s', (_, given, accepted, code) => {
    expect(refused({ ...plain, ...given }, accepted)).toBe(code)
  })

  it('tells what is refused before what is asked', () => {
    const findings = findingsOf({ ...plain, overlaps: [beside(60), beside(5_000)] })
    expect(findings.map(({ doubt }) => doubt)).toEqual([null, 'overlap'])
  })
})

it('warns above one per cent between drawn and registered', () => {
  expect(differencePercent(33_666, 33_333)).toBe(1)
  expect(areaWarnings(1)).toEqual([])
  expect(areaWarnings(differencePercent(33_700, 33_333))[0]?.zh).toContain('+1.1%')
  expect(areaWarnings(null)).toEqual([])
})
