import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boxOfView, fromPixel, moved, scaleBar, textOfView, toPixel, viewOfBox, viewOfText } from './map-view.ts'

const size = { width: 800, height: 600 }
const view = fc.record({
  longitude: fc.double({ min: 73, max: 135, noNaN: true }),
  latitude: fc.double({ min: 4, max: 53, noNaN: true }),
  zoom: fc.double({ min: 3, max: 19, noNaN: true }),
})

it('a place on the screen and its position are one another', () => {
  fc.assert(
    fc.property(view, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), (at, x, y) => {
      const [px, py] = toPixel(fromPixel([x, y], at, size), at, size)
      expect([px, py]).toEqual([expect.closeTo(x, 3), expect.closeTo(y, 3)])
    }),
  )
})

it('a view of a box shows the whole box', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0.0005, max: 2, noNaN: true }), ({ longitude, latitude }, side) => {
      const box = [longitude, latitude, longitude + side, latitude + side / 2] as const
      const [west, south, east, north] = boxOfView(viewOfBox(box, size), size)
      expect(west <= box[0] && south <= box[1] && east >= box[2] && north >= box[3]).toBe(true)
    }),
  )
})

it('an address keeps the view; one that is no view is none', () => {
  fc.assert(
    fc.property(view, (at) => {
      expect(viewOfText(textOfView(at))?.latitude).toBeCloseTo(at.latitude, 5)
    }),
  )
  expect([undefined, '', '1/2', 'a/b/c', '12/99/110', '12/35/110/4'].map(viewOfText)).toEqual(Array(6).fill(null))
})

it('moving to the right looks farther east, nearer is a larger zoom but never beyond the nearest', () => {
  const at = { longitude: 110, latitude: 35, zoom: 18.5 }
  expect(moved(at, size, { right: 0.25 }).longitude).toBeGreaterThan(110)
  expect(moved(at, size, { down: 0.25 }).latitude).toBeLessThan(35)
  expect(moved(at, size, { nearer: 1 }).zoom).toBe(19)
})

it('the scale bar is a round length that fits', () => {
  fc.assert(
    fc.property(view, (at) => {
      const { metres, pixels } = scaleBar(at, 120)
      expect(pixels).toBeLessThanOrEqual(120.001)
      expect(pixels).toBeGreaterThan(40)
      expect([1, 2, 5]).toContain(Number(String(metres.toPrecision(1)).replace(/[0.]|e.*/g, '')))
    }),
  )
})
