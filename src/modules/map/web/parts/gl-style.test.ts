import { expect, test } from 'vitest'
import { styleOf } from './gl-style.ts'

const tones = { plain: '#555', good: '#174', doubt: '#960', bad: '#b42', busy: '#15b', strong: '#111' }
const { layers, sources } = styleOf({ ...tones, page: '#eee', ink: '#111', surface: '#fff' })

// Each further layer paints thousands of parcels once more at every frame: docs/performance.md has what it costs.
test('below the zoom of names an area is painted by one filling without smoothed edges and by one line', () => {
  const far = layers.filter((layer) => 'source' in layer && layer.source === 'shapes')
  expect(far.map(({ id, type }) => `${id} ${type}`)).toEqual(['areas fill', 'lines line', 'points circle'])
  expect(far[0]).toMatchObject({ paint: { 'fill-antialias': false } })
  expect(layers.find(({ id }) => id === 'names')).toMatchObject({ source: 'names', minzoom: 15 })
})

test('a tile reaches far enough beyond its edge for the whole circle of a point, and no farther than twice that', () => {
  const circle = layers.find(({ id }) => id === 'points')?.paint as Record<string, number>
  const reach = (circle['circle-radius'] ?? 0) + (circle['circle-stroke-width'] ?? 0)
  const { buffer } = sources.shapes as { buffer: number }
  expect(reach).toBeGreaterThan(0)
  expect(buffer).toBeGreaterThanOrEqual(reach)
  expect(buffer).toBeLessThanOrEqual(2 * reach)
})
