import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGrids } from './grid.ts'

const signs = fc.constantFrom(...['a', '临', '1', ' ', ',', ',', ';', '\t', '\n', '\n', '\r', '\r\n', "'", '\uFEFF'])

test('a file without quotation marks is read as the parser reads it', async () => {
  const file = fc.string({ unit: signs, minLength: 1, maxLength: 40 }).filter((text) => !text.startsWith('\uFEFF'))
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const [grid] = await readGrids(new TextEncoder().encode(text))
      const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
      const [delimiter = ','] = [',', '\t', ';'].toSorted((a, b) => first.split(b).length - first.split(a).length)
      expect(grid?.rows).toEqual(parse(text, { relaxColumnCount: true, relaxQuotes: true, delimiter }))
    }),
    { numRuns: 3_000 },
  )
})
