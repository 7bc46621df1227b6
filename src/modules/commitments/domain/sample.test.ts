import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample } from './sample.ts'

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 })

test('a sample can be drawn again from its seed, in whatever order the population stands', () => {
  fc.assert(
    fc.property(
      ids,
      fc.constantFrom(0, 5, 20, 50, 100),
      fc.string(),
      fc.infiniteStream(fc.nat()),
      (all, percent, seed, keys) => {
        const population = all.map((id) => ({ id, percent }))
        const drawn = drawSample(population, seed)
        const shuffled = population.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(
          drawSample(
            shuffled.map(({ one }) => one),
            seed,
          ),
        ).toEqual(drawn)
        expect(drawn).toHaveLength(Math.ceil((all.length * percent) / 100))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(all).toEqual(expect.arrayContaining(drawn))
      },
    ),
    { numRuns: 500, seed: 5 },
  )
})

test('the rate is that of each group, and another seed draws others', () => {
  const population = Array.from({ length: 100 }, (_, i) => ({ id: `commitment-${i}`, percent: i < 50 ? 20 : 50 }))
  const drawn = drawSample(population, 'first')
  expect(drawn.filter((id) => Number(id.slice(11)) < 50)).toHaveLength(10)
  expect(drawn.filter((id) => Number(id.slice(11)) >= 50)).toHaveLength(25)
  expect(drawSample(population, 'second')).not.toEqual(drawn)
})

test('nobody is drawn more often than chance has it', () => {
  const population = Array.from({ length: 20 }, (_, i) => ({ id: `commitment-${i}`, percent: 20 }))
  const times = new Map<string, number>()
  for (let i = 0; i < 5000; i++)
    for (const id of drawSample(population, `seed-${i}`)) times.set(id, (times.get(id) ?? 0) + 1)
  for (const { id } of population) expect(Math.abs((times.get(id) ?? 0) - 1000)).toBeLessThan(150)
})
