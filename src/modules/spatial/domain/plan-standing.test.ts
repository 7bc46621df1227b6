import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOn, type PlanFacts, planStandings } from './plan-standing.ts'

const plan = (id: string, approvedOn: string, more: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ id, approvedOn, validUntil: '2035-12-31', supersedesId: null, ...more },
})
const of = (plans: readonly PlanFacts[], day: string) => Object.fromEntries(planStandings(plans, day))

describe('a spatial plan', () => {
  it('holds from its approval to its last day, that day included', () => {
    const one = [plan('a', '2024-03-01', { validUntil: '2030-12-31' })]
    expect(of(one, '2024-02-29')).toEqual({ a: 'future' })
    expect(of(one, '2024-03-01')).toEqual({ a: 'inForce' })
    expect(of(one, '2030-12-31')).toEqual({ a: 'inForce' })
    expect(of(one, '2031-01-01')).toEqual({ a: 'expired' })
  })

  it('whose end nobody knows says so', () => {
    expect(of([plan('a', '2024-03-01', { validUntil: null })], '2050-01-01')).toEqual({ a: 'endUnknown' })
  })

  it('gives way on the day on which its successor is approved, not before', () => {
    const two = [plan('old', '2018-01-01'), plan('new', '2026-05-01', { supersedesId: 'old' })]
    expect(of(two, '2026-04-30')).toEqual({ old: 'inForce', new: 'future' })
    expect(of(two, '2026-05-01')).toEqual({ old: 'superseded', new: 'inForce' })
  })

  it('of a chain of successors one holds at most', () => {
    const days = fc.integer({ min: 2000, max: 2040 }).map((year) => `${year}-01-01`)
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 8 }), days, (approved, day) => {
        const chain = approved
          .toSorted()
          .map((on, i) => plan(String(i), on, { supersedesId: i ? String(i - 1) : null }))
        const counted = [...planStandings(chain, day).values()].filter(countsOn)
        expect(counted.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
