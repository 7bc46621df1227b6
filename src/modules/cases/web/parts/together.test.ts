import { expect, it } from 'vitest'
import { partsFrom, together } from './together.ts'

const line = (id: string, bundleId: string | null = null) => ({ id, bundleId })

it('keeps the parts of a joint application together where the first stands', () => {
  const lines = together([line('a'), line('b', 'x'), line('c'), line('d', 'x'), line('e', 'y')])
  expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c', 'e'])
  expect(lines.map((_, i) => partsFrom(lines, i))).toEqual([0, 2, 0, 0, 0])
})
