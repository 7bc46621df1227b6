import { expect, it } from 'vitest'
import { faultOfOutline, ringOf } from './outline.ts'

const square = [
  [110.8, 35.1],
  [110.801, 35.1],
  [110.801, 35.101],
  [110.8, 35.1],
]
const polygon = (ring: readonly (readonly number[])[]) => JSON.stringify({ type: 'Polygon', coordinates: [ring] })

it('takes a closed ring of degrees', () => {
  expect(faultOfOutline(polygon(square))).toBeNull()
  expect(ringOf(polygon(square))).toEqual(square)
})

it.each([
  ['no JSON', '{', 'Polygon'],
  ['a point', '{"type":"Point","coordinates":[110,35]}', 'Polygon'],
  ['a ring of three points', polygon(square.slice(0, 3)), 'needs 4 at least'],
  ['an open ring', polygon([...square.slice(0, 3), [110.8, 35.101]]), 'not closed'],
  [
    'a ring that crosses itself',
    polygon([square[0], square[2], square[1], [110.8, 35.101], square[0]] as number[][]),
    'crosses itself',
  ],
  ['swapped numbers', polygon(square.map(([a = 0, b = 0]) => [b, a])), 'looks like latitude first'],
  ['metres of a projection', polygon(square.map(([a = 0, b = 0]) => [a * 1e5, b * 1e5])), 'no longitude and latitude'],
])('refuses %s with one sentence', (_, outline, words) => {
  expect(faultOfOutline(outline)?.en).toContain(words)
})
