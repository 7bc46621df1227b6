import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkFigures, figure, figureOf, figureOps } from './figure.ts'

const supplied = figure({
  key: 'land.suppliedSqm',
  label: { zh: '已供地面积', en: 'Land supplied' },
  unit: { zh: '平方米', en: 'm²' },
  definition: { zh: '供地合同已签订的地块面积之和', en: 'Sum of the areas of parcels with a signed contract' },
  op: 'sum',
})

it('declarations are checked for keys and texts', () => {
  expect(checkFigures([supplied])).toEqual([])
  expect(checkFigures([supplied, supplied])).toEqual(['land.suppliedSqm: declared twice'])
  expect(checkFigures([{ ...supplied, key: 'Land.' }])).toEqual(['Land.: not of the form module.noun'])
  expect(checkFigures([{ ...supplied, unit: { zh: ' ', en: 'm²' } }])).toEqual(['land.suppliedSqm: empty text'])
})

it.each([
  ['count', 3],
  ['sum', 10],
  ['average', 2.5],
  ['median', 2],
  ['p90', 6],
  ['latest', 3],
  ['share', 0.75],
] as const)('%s of 6, 0, 1, 3 is %s', (op, value) => expect(figureOf(op, [6, 0, 1, 3])).toBe(value))

it('of no rows a count and a sum are 0 and the rest is unknown', () => {
  expect(figureOps.map((op) => figureOf(op, []))).toEqual([0, 0, null, null, null, null, null])
})

it('at least half of the rows lie on either side of the median, and nine of ten up to the p90 but not below it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
      const median = figureOf('median', values) as number
      const p90 = figureOf('p90', values) as number
      expect(values.filter((v) => v <= median).length * 2).toBeGreaterThanOrEqual(values.length)
      expect(values.filter((v) => v >= median).length * 2).toBeGreaterThanOrEqual(values.length)
      expect(values).toContain(p90)
      expect(values.filter((v) => v <= p90).length * 10).toBeGreaterThanOrEqual(values.length * 9)
      expect(values.filter((v) => v < p90).length * 10).toBeLessThan(values.length * 9)
    }),
  )
})
