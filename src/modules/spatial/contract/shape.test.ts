import { expect, it } from 'vitest'
import { shapeField } from './shape.ts'

const square = [
  [110.7, 35.1],
  [110.71, 35.1],
  [110.71, 35.11],
  [110.7, 35.11],
  [110.7, 35.1],
]
const told = (type: string, coordinates: unknown) =>
  shapeField.check?.(JSON.stringify({ type, coordinates }))?.en ?? null

it('takes points, lines and areas in degrees of CGCS2000', () => {
  expect(told('Point', [110.77, 35.15])).toBeNull()
  expect(told('LineString', square)).toBeNull()
  expect(told('Polygon', [square])).toBeNull()
  expect(told('MultiPolygon', [[square]])).toBeNull()
})

it.each([
  ['no JSON', null, 'no GeoJSON'],
  ['a shape of another type', ['GeometryCollection', []], 'must be a GeoJSON Point'],
  ['a line of one point', ['LineString', [[110.7, 35.1]]], 'must be a GeoJSON Point'],
  [
    'an area that crosses itself',
    ['Polygon', [[square[0], square[2], square[1], square[3], square[0]]]],
    'crosses itself',
  ],
  ['an open ring', ['Polygon', [square.slice(0, 4)]], 'is not closed'],
  ['latitude first', ['Point', [35.15, 110.77]], 'latitude first'],
  [
    'metres of a projection',
    [
      'LineString',
      [
        [37_500_000, 3_890_000],
        [37_500_100, 3_890_000],
      ],
    ],
    'no longitude and latitude',
  ],
] as const)('refuses %s in one sentence', (_, given, words) => {
  const said = given === null ? shapeField.check?.('{')?.en : told(given[0], given[1])
  expect(said).toContain(words)
})
