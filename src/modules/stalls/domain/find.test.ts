import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stages } from '../../projects/contract/stage.ts'
import { find, monthsSince, notYetAt, type StallRule, type StandingAt, staysAside } from './find.ts'

const rule: StallRule = {
  ...{ notYet: 'started', monthsAfterReached: 12, monthsAfterPlanned: 12, belowPercent: null },
  ...{ source: '闲置土地处置办法第2条', confidence: 'V' },
}
const at = (more: Partial<StandingAt>): StandingAt => ({
  ...{ notYet: 'started', reachedOn: null, plannedOn: null, outputPercent: null, outputYear: null },
  ...more,
})
const today = '2026-03-02'

describe('stalls found by rule', () => {
  it('count whole months from the proof, the day of the limit included', () => {
    expect(find(at({ reachedOn: '2025-03-02' }), rule, today)).toMatchObject({ since: '2025-03-02', months: 12 })
    expect(find(at({ reachedOn: '2025-03-03' }), rule, today)).toBeNull()
    expect(monthsSince('2024-01-31', '2024-02-29')).toBe(0)
    expect(monthsSince('2024-01-31', '2024-03-01')).toBe(1)
  })

  it('go by the agreed day where there is one, though the land was given long before', () => {
    expect(find(at({ reachedOn: '2020-01-01', plannedOn: '2025-12-01' }), rule, today)).toBeNull()
    const late = find(at({ reachedOn: '2020-01-01', plannedOn: '2024-12-01' }), rule, today)
    expect(late).toMatchObject({ since: '2024-12-01', months: 15 })
    expect(late).toMatchObject({ why: { zh: '计划 2024-12-01 开工，已过 15 个月仍没有凭证（界限 12 个月）。' } })
  })

  it('know nothing where no day is known', () => {
    expect(find(at({}), rule, today)).toBe('unknown')
    expect(find(at({}), { ...rule, monthsAfterReached: null }, today)).toBeNull()
  })

  it('see output below the planned one at once, and none where it is not known', () => {
    const capacity: StallRule = { ...rule, notYet: 'atCapacity', monthsAfterReached: 36, belowPercent: 70 }
    const producing = at({ notYet: 'atCapacity', reachedOn: '2025-01-01' })
    expect(find(producing, capacity, today)).toBeNull()
    expect(find({ ...producing, outputPercent: 70 }, capacity, today)).toBeNull()
    expect(find({ ...producing, outputPercent: 69.9, outputYear: 2025 }, capacity, today)).toMatchObject({ months: 14 })
  })

  it('ask each stage for its next step alone', () => {
    expect(stages.map(notYetAt)).toEqual([
      ...[null, null, 'supplied', 'started', 'started', 'completed', 'completed', 'producing', 'atCapacity', null],
    ])
  })

  it('never unfind what was found as days go by', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, day, (reachedOn, a, b) => {
        const [first, then] = [a, b].toSorted() as [string, string]
        const early = find(at({ reachedOn }), rule, first)
        if (early !== null) expect(find(at({ reachedOn }), rule, then)).not.toBeNull()
      }),
    )
  })

  it('stay aside for the same from the same day, until the day named', () => {
    const found = { notYet: 'started', since: '2025-01-01' } as const
    expect(staysAside({ ...found, againOn: null }, found, today)).toBe(true)
    expect(staysAside({ ...found, againOn: '2026-03-02' }, found, today)).toBe(false)
    expect(staysAside({ ...found, againOn: '2026-03-03' }, found, today)).toBe(true)
    expect(staysAside({ ...found, againOn: null }, { ...found, since: '2025-02-01' }, today)).toBe(false)
    expect(staysAside({ ...found, againOn: null }, { ...found, notYet: 'completed' }, today)).toBe(false)
  })
})
