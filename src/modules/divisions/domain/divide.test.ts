import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSqm } from '../../../kernel/geometry/area.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'
import { cutByLine } from './cut.ts'
import { barsOn, mergeBars, mergedShape, type Parent, splitBars } from './divide.ts'
import { partsBy, shareOut } from './parts.ts'

const square = (west: number, south: number, size = 0.003): Shape => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

const parent: Parent = {
  ...{ code: 'P-1', state: 'ready', landUse: 'industrial', landKind: 'standard', converted: true, retiredOn: null },
  ...{ registeredSqm: 90_000, shape: square(110.7, 35.1), exceptions: '[]', projects: [], holds: [] },
}
const sentence = (bars: readonly { readonly zh: string }[]) => bars.map(({ zh }) => zh).join('')

describe('a line cuts a shape into two that are all of it', () => {
  it('whatever the line, as long as it crosses', () => {
    const inside = fc.tuple(
      fc.double({ min: 0.0002, max: 0.0028, noNaN: true }),
      fc.double({ min: 0.0002, max: 0.0028, noNaN: true }),
    )
    fc.assert(
      fc.property(inside, inside, ([x1, y1], [x2, y2]) => {
        fc.pre(Math.hypot(x1 - x2, y1 - y2) > 1e-5)
        const shape = square(110.7, 35.1)
        const cut = cutByLine(shape, [110.7 + x1, 35.1 + y1], [110.7 + x2, 35.1 + y2])
        expect(cut).not.toBeNull()
        const [left, right] = (cut ?? []).map(areaSqm)
        // A point that the cut adds to a side bends it by centimetres in the plane (ADR 24).
        expect(Math.abs((left ?? 0) + (right ?? 0) - areaSqm(shape))).toBeLessThan(0.5)
      }),
      { numRuns: 60 },
    )
  })
  it('and leaves what it misses', () => {
    const from: Position = [111, 35]
    expect(cutByLine(square(110.7, 35.1), from, [111, 36])).toBeNull()
    expect(cutByLine(square(110.7, 35.1), from, from)).toBeNull()
  })
})

describe('what keeps a parcel from ending (不动产登记暂行条例实施细则 Art. 26)', () => {
  it('nothing, while it is prepared and nobody relies on it', () => expect(barsOn(parent)).toEqual([]))
  it('a contract, a notice, the plan of the year, a demand, a project, its own end', () => {
    expect(sentence(barsOn({ ...parent, state: 'contracted' }))).toContain('已签合同')
    expect(sentence(barsOn({ ...parent, state: 'performing' }))).toContain('承诺')
    const holds = (['offering', 'plan', 'demand'] as const).map((kind) => ({ kind, name: `名-${kind}` }))
    expect(barsOn({ ...parent, holds, projects: ['甲'] })).toHaveLength(4)
    expect(sentence(barsOn({ ...parent, retiredOn: '2026-03-01', state: 'listed' }))).toContain('已于 2026-03-01 注销')
  })
})

describe('parts of a parcel are its ground, all of it, and nothing else', () => {
  const [left, right] = cutByLine(square(110.7, 35.1), [110.701, 35], [110.701, 36]) ?? []
  const part = (code: string, registeredAreaSqm: number, shape: Shape | null | undefined) => ({
    ...{ code, registeredAreaSqm, shape: shape ?? null },
  })
  it('as areas and as shapes', () => {
    expect(splitBars(parent, [part('P-2', 30_000, left), part('P-3', 60_000, right)])).toEqual([])
    expect(splitBars({ ...parent, shape: null }, [part('P-2', 30_000, null), part('P-3', 60_000, null)])).toEqual([])
  })
  it('or it is said what is wrong', () => {
    const say = (...parts: Parameters<typeof splitBars>[1]) => sentence(splitBars(parent, parts))
    expect(say(part('P-2', 30_000, left), part('P-2', 60_000, right))).toContain('编号 P-2 重复')
    expect(say(part('P-1', 30_000, left), part('P-3', 60_000, right))).toContain('编号 P-1 重复')
    expect(say(part('P-2', 30_000, left), part('P-3', 50_000, right))).toContain('合计 80000 m²')
    expect(say(part('P-2', 30_000, left), part('P-3', 60_000, null))).toContain('P-3 还没有图形')
    expect(say(part('P-2', 30_000, left), part('P-3', 60_000, left))).toContain('重叠')
    expect(say(part('P-2', 30_000, left), part('P-3', 60_000, square(110.701, 35.1)))).toContain('之外')
    expect(
      say(part('P-2', 30_000, square(110.7, 35.1, 0.001)), part('P-3', 60_000, square(110.702, 35.102, 0.001))),
    ).toContain('没有分到')
  })
})

describe('parcels that become one', () => {
  const other = { ...parent, code: 'P-9', shape: square(110.703, 35.1) }
  it('join, and are of one kind', () => {
    expect(mergeBars([parent, other])).toEqual([])
    expect(areaSqm(mergedShape([parent.shape, other.shape]) as Shape)).toBeCloseTo(2 * areaSqm(other.shape), -1)
    expect(mergedShape([null, null])).toBeNull()
  })
  it('or it is said in what they differ', () => {
    expect(sentence(mergeBars([parent, { ...other, state: 'planned' }]))).toContain('状态不同')
    expect(sentence(mergeBars([parent, { ...other, exceptions: '[1]' }]))).toContain('一事一议')
    expect(sentence(mergeBars([parent, { ...other, shape: square(110.8, 35.1) }]))).toContain('没有连成一块')
    expect(sentence(mergeBars([parent, { ...other, shape: null }]))).toContain('没有连成一块')
  })
})

it('two lines make three parts whose areas come to the registered one', () => {
  const line = (west: number): { from: Position; to: Position } => ({ from: [west, 35.09], to: [west, 35.11] })
  const parts = partsBy(square(110.7, 35.1), [line(110.701), line(110.702)])
  expect(parts).toHaveLength(3)
  const areas = shareOut(100_000, parts)
  expect(areas.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100_000, 6)
  expect(areas[0]).toBeCloseTo(33_333.33, 0)
})
