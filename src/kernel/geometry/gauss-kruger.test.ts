import fc from 'fast-check'
import proj4 from 'proj4'
import { expect, it } from 'vitest'
import { fromPlane, toPlane, zoneNumberAt } from './gauss-kruger.ts'

const crs = (number: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${number * 3} +k=1 +x_0=500000 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs`

const place = fc.record({
  number: fc.integer({ min: 25, max: 45 }),
  beside: fc.double({ min: -2, max: 2, noNaN: true }),
  latitude: fc.double({ min: 3, max: 54, noNaN: true }),
})

it('agrees with proj4 to a tenth of a millimetre, and comes back', () => {
  fc.assert(
    fc.property(place, ({ number, beside, latitude }) => {
      const longitude = number * 3 + beside
      const [east, north] = toPlane([longitude, latitude], number)
      const [x, y] = proj4('+proj=longlat +a=6378137 +rf=298.257222101 +no_defs', crs(number), [longitude, latitude])
      expect(Math.hypot(east - (x ?? 0), north - (y ?? 0))).toBeLessThan(1e-4)
      const [back, up] = fromPlane([east, north], number)
      expect(Math.hypot(back - longitude, up - latitude)).toBeLessThan(1e-9)
    }),
  )
})

it('knows the zone of a longitude', () => {
  expect([110.77, 112.4, 112.6, 113.1].map(zoneNumberAt)).toEqual([37, 37, 38, 38])
})
