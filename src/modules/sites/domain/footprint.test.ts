import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, faultOfLayout, layoutText, readLayout } from '../contract/layout.ts'
import { findFaults, judge, measure } from './footprint.ts'
import type { Point } from './plane.ts'

const hall: Block = {
  ...{ name: '厂房1', use: 'production', width: 80, depth: 50, storeys: 1, storeyHeight: 9 },
  ...{ x: 60, y: 50, turn: 0 },
}
const office: Block = {
  ...hall,
  name: '办公楼',
  use: 'office',
  width: 20,
  depth: 10,
  storeys: 5,
  storeyHeight: 3.6,
  x: 130,
}
const yard: Block = { ...hall, name: '堆场', use: 'yard', width: 30, depth: 20, storeys: 0, x: 130, y: 20 }
const ground: readonly Point[][] = [
  [
    [0, 0],
    [200, 0],
    [200, 100],
    [0, 100],
  ],
]
const nothing = { greenSqm: null, investmentWan: null, taxWan: null }

describe('what a layout comes to', () => {
  it('counts a storey of more than 8 m double, yards on the ground alone', () => {
    const found = measure([hall, office, yard], 20_000, { greenSqm: 3000, investmentWan: 9000, taxWan: 450 })
    expect(found).toEqual({
      measures: {
        // 80 × 50 × 2 and 20 × 10 × 5 over 20,000 m².
        ...{ 'plot-ratio': 0.45, 'building-factor': 24, 'office-share': 1, 'green-ratio': 15 },
        // 20,000 m² are 30 mu.
        ...{ 'invest-intensity': 300, 'tax-per-mu': 15 },
      },
      ...{ groundSqm: 4800, floorSqm: 5000, countedSqm: 9000, officeFloorShare: 20 },
    })
    expect(measure([{ ...hall, storeyHeight: 8 }], 20_000, nothing).measures['plot-ratio']).toBe(0.2)
  })

  it('stands beside what binds; what was not said is unknown', () => {
    const bound = (code: string, op: 'gte' | 'lte', value: number) => ({
      ...{ code, op, value, label: { zh: code, en: code }, unit: { zh: '', en: '' }, source: '示例' },
    })
    const thresholds = [
      bound('plot-ratio', 'gte', 0.45),
      bound('office-share', 'lte', 0.9),
      bound('tax-per-mu', 'gte', 15),
      bound('rd-ratio', 'gte', 2),
    ]
    const { measures } = measure([hall, office], 20_000, nothing)
    expect(judge(measures, thresholds).map(({ threshold, outcome }) => [threshold.code, outcome])).toEqual([
      ['plot-ratio', 'met'],
      ['office-share', 'missed'],
      ['tax-per-mu', 'unknown'],
    ])
  })
})

describe('where the blocks stand', () => {
  it.each<[Partial<Block>, number | null, string[]]>([
    [{}, null, []],
    [{ x: 40 }, null, []],
    [{ x: 39 }, null, ['“厂房1”超出地块。']],
    [{ x: 60 }, 20, []],
    [{ x: 55, y: 50 }, 20, ['“厂房1”离边界 15 米，应退让 20 米。']],
    [{ turn: 90, x: 100 }, 10, []],
    [{ turn: 45 }, null, []],
    [{ turn: 45, x: 45 }, null, ['“厂房1”超出地块。']],
  ])('%j, %j m to be kept', (change, setback, faults) => {
    expect(findFaults([{ ...hall, ...change }], ground, setback).map(({ zh }) => zh)).toEqual(faults)
  })

  it('two that share ground are told, two that touch are not', () => {
    const beside = { ...office, x: 110 }
    expect(findFaults([hall, beside], ground, null)).toEqual([])
    expect(findFaults([hall, { ...beside, x: 109 }], ground, null)).toMatchObject([{ zh: '“厂房1”和“办公楼”重叠。' }])
  })

  it('without a drawn parcel nothing is said of its boundary', () => {
    expect(findFaults([{ ...hall, x: -500 }], [], 10)).toEqual([])
  })
})

describe('a layout as text', () => {
  it('comes back as it was written', () => {
    const metres = fc.integer({ min: 1, max: 9000 }).map((tenths) => tenths / 10)
    const block = fc.record<Block>({
      name: fc.constantFrom('厂房1', '办公楼', 'hall-2'),
      use: fc.constantFrom('production', 'storage', 'office', 'yard'),
      ...{ width: metres, depth: metres, storeys: fc.integer({ min: 0, max: 30 }), storeyHeight: metres },
      ...{ x: metres, y: metres.map((one) => -one), turn: fc.integer({ min: -180, max: 180 }) },
    })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        expect(readLayout(layoutText(blocks))).toEqual({ blocks })
      }),
    )
  })

  it('says which line is wrong', () => {
    expect(faultOfLayout('厂房1 生产 80×50 1层×9 位置 60,50 转 0\n')).toBeNull()
    expect(faultOfLayout('厂房1 八十米')?.zh).toContain('这一行读不懂：“厂房1 八十米”')
    expect(faultOfLayout('厂房1 生产 0×50 1层×9 位置 60,50 转 0')?.en).toContain('cannot be read')
  })
})
