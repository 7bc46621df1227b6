import { describe, expect, it } from 'vitest'
import { type Amounts, countedCohort, rateOf, type Step, summedCohort } from './cohort.ts'

const rule = { baseOn: '2020-01-01', windowMonths: null, leaveOutWithdrawn: false }
const step = (i: number, more: Partial<Step> = {}): Step => ({
  ...{ id: String(i), name: `项目${i}`, withdrawn: false, since: '2021-03-31', reachedOn: null },
  ...more,
})
const steps = (n: number, reached: number) =>
  Array.from({ length: n }, (_, i) => step(i, i < reached ? { reachedOn: '2021-09-01' } : {}))
const today = '2026-03-02'

describe('rates of a cohort', () => {
  it('are those that Taiyuan published', () => {
    expect(rateOf(countedCohort(steps(68, 40), rule, today)).value).toBeCloseTo(0.5882, 4)
    expect(rateOf(countedCohort(steps(57, 17), rule, today)).value).toBeCloseTo(0.2982, 4)
    const output: Amounts = { id: '1', name: '全部', withdrawn: false, since: '2021-01-01', part: 301.7, whole: 418.12 }
    expect(rateOf(summedCohort([output], rule)).value).toBeCloseTo(0.722, 3)
  })

  it('count a start within the window alone, and what is still within it neither way', () => {
    const within = { ...rule, windowMonths: 6 }
    const rows = countedCohort(
      [
        step(1, { reachedOn: '2021-09-30' }),
        step(2, { reachedOn: '2021-10-01' }),
        step(3, { since: '2026-01-01' }),
        step(4, { since: '2025-01-01' }),
      ],
      within,
      today,
    )
    expect(rows.map(({ place }) => place)).toEqual(['counted', 'missed', 'pending', 'missed'])
    expect(rateOf(rows)).toMatchObject({ numerator: 1, denominator: 3, pending: 1 })
  })

  it('leave out what lies before the base day, and withdrawn ones where the rule says so', () => {
    const all = [step(1, { since: '2019-12-31' }), step(2, { withdrawn: true }), step(3, { since: null })]
    expect(countedCohort(all, rule, today).map(({ id }) => id)).toEqual(['2'])
    expect(countedCohort(all, { ...rule, leaveOutWithdrawn: true }, today)).toEqual([])
  })

  it('never take what is not known for zero', () => {
    const unknown: Amounts = { id: '1', name: '甲', withdrawn: false, since: '2021-01-01', part: null, whole: 100 }
    expect(rateOf(summedCohort([unknown], rule))).toMatchObject({ value: null, denominator: 0, unknown: 1 })
  })
})
