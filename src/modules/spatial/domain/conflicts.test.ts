import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictsOf, type PlanGround } from './conflicts.ts'

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ] as const,
  ],
})
const control: PlanGround = {
  name: '控规',
  control: true,
  uses: ['industrial', 'utilities'],
  ground: square(110, 35, 1),
}
const special: PlanGround = { name: '食品', control: false, uses: ['industrial'], ground: square(110, 35, 0.5) }
const said = (west: number, south: number, uses: readonly ('industrial' | 'utilities' | 'residential')[] | null) =>
  conflictsOf({ ground: square(west, south, 0.1), uses }, [control, special]).map(({ zh }) => zh)

describe('against the plans', () => {
  it('nothing is said of what lies within and is used as they allow', () => {
    expect(said(110.1, 35.1, ['industrial'])).toEqual([])
    expect(said(110.7, 35.7, ['utilities'])).toEqual([])
  })

  it('is what lies outside the control plan, in whole or in part; a special plan asks nothing of what is not its own', () => {
    expect(said(112, 35, ['industrial'])).toEqual(['在“控规”的范围之外。'])
    expect(said(110.95, 35.95, ['industrial'])).toEqual(['有 75025734 平方米（75%）超出“控规”的范围。'])
  })

  it('is a use that a plan over it does not allow', () => {
    expect(said(110.1, 35.1, ['utilities'])).toEqual(['用途“公用设施用地”不在“食品”允许的用途里。'])
    expect(said(110.1, 35.1, ['residential'])).toHaveLength(2)
  })

  it('says how much of it lies on the plan whose use it is against', () => {
    expect(said(110.45, 35.2, ['utilities'])).toEqual([
      '用途“公用设施用地”不在“食品”允许的用途里（有 50488223 平方米（50%）在其中）。',
    ])
  })

  it('sees an area that covers a plan though no corner of it lies there, and none where two borders meet', () => {
    const small = { ...special, ground: square(110.4, 35.4, 0.1) }
    const around = { ground: square(110.3, 35.3, 0.3), uses: ['utilities'] as const }
    expect(conflictsOf(around, [small])).toHaveLength(1)
    expect(conflictsOf({ ...around, ground: square(110.5, 35.4, 0.1) }, [small])).toEqual([])
  })

  it('nothing is judged of what nobody has drawn or entered', () => {
    expect(conflictsOf({ ground: null, uses: ['residential'] }, [control])).toEqual([])
    expect(said(110.1, 35.1, null)).toEqual([])
    expect(conflictsOf({ ground: square(112, 35, 1), uses: null }, [{ ...control, ground: null }])).toEqual([])
  })

  it('takes lines and points by their corners', () => {
    const pipe = {
      type: 'LineString' as const,
      coordinates: [[110.7, 35.7] as const, [110.9, 35.9] as const],
    }
    expect(conflictsOf({ ground: pipe, uses: ['utilities'] }, [control, special])).toEqual([])
    expect(
      conflictsOf({ ground: { type: 'Point' as const, coordinates: [111.5, 35.5] as const }, uses: null }, [control]),
    ).toHaveLength(1)
  })

  it('a square within the plan is in no conflict, wherever it lies', () => {
    const inner = fc.double({ min: 0.01, max: 0.89, noNaN: true })
    fc.assert(
      fc.property(inner, inner, (x, y) => {
        expect(conflictsOf({ ground: square(110 + x, 35 + y, 0.1), uses: ['industrial'] }, [control])).toEqual([])
      }),
    )
  })
})
