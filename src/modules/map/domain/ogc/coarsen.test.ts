import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MapGeometry, MapPosition } from '../../../../kernel/geometry/geojson.ts'
import { coarsen } from './coarsen.ts'

/** A star around one place: radii in degrees, all turns outward or inward. */
const star = fc
  .array(fc.double({ min: 0.0005, max: 0.01, noNaN: true }), { minLength: 5, maxLength: 40 })
  .map((radii): MapGeometry => {
    const corners = radii.map((radius, i): MapPosition => {
      const turn = (2 * Math.PI * i) / radii.length
      return [110 + radius * Math.cos(turn), 35 + radius * Math.sin(turn)]
    })
    return { type: 'Polygon', coordinates: [[...corners, corners[0] as MapPosition]] }
  })
const ringOf = (geometry: MapGeometry) => (geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [])

it('a ring stays closed, keeps three corners and gains none', () => {
  fc.assert(
    fc.property(star, fc.integer({ min: 1, max: 500 }), (geometry, toleranceM) => {
      const [before, after] = [ringOf(geometry), ringOf(coarsen(geometry, toleranceM))]
      expect(after[0]).toEqual(after.at(-1))
      expect(after.length).toBeGreaterThanOrEqual(4)
      expect(after.length).toBeLessThanOrEqual(before.length)
    }),
  )
})

it('no corner that is left lies farther from the true outline than the tolerance and half the grid', () => {
  fc.assert(
    fc.property(star, fc.integer({ min: 1, max: 100 }), (geometry, toleranceM) => {
      const before = ringOf(geometry)
      for (const [x, y] of ringOf(coarsen(geometry, toleranceM))) {
        const away = Math.min(...before.map(([a, b]) => Math.hypot(a - x, b - y) * 111_195))
        expect(away).toBeLessThanOrEqual(toleranceM)
      }
    }),
  )
})

it('without a tolerance all is as it was; a shape smaller than the grid keeps its kind', () => {
  const tiny: MapGeometry = {
    type: 'LineString',
    coordinates: [
      [110, 35],
      [110.00001, 35],
    ],
  }
  expect(coarsen(tiny, 0)).toBe(tiny)
  expect(coarsen(tiny, 500)).toEqual(tiny)
  expect(coarsen({ type: 'Point', coordinates: [110.00001, 35] }, 100)).toMatchObject({ type: 'Point' })
})
