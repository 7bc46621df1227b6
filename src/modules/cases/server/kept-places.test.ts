import { expect, it } from 'vitest'
import { keepPlaces, placesKept } from './kept-places.ts'

const places = new Map([['entry-review', { slack: 3, waiting: [], startsOn: null }]])

it('answers what was computed from the same, and nothing once anything is another', () => {
  keepPlaces('one', 'from this', places)
  expect(placesKept('one', 'from this')).toBe(places)
  expect(placesKept('one', 'from that')).toBeUndefined()
  expect(placesKept('two', 'from this')).toBeUndefined()
})

it('forgets what was asked for longest ago, and holds no more than it may', () => {
  for (let n = 0; n < 999; n++) keepPlaces(`filler ${n}`, '', places)
  expect(placesKept('one', 'from this')).toBe(places)
  keepPlaces('another', '', places)
  expect(placesKept('one', 'from this')).toBe(places)
  expect(placesKept('filler 0', '')).toBeUndefined()
  expect(placesKept('filler 1', '')).toBe(places)
})
