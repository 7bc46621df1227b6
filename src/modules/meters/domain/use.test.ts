import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counted, findingsOf, monthsBetween, spansOf, yearUse } from './use.ts'

const meter = (readings: Readonly<Record<string, number>>, more: Partial<Counted> = {}): Counted => ({
  ...{ installedIn: '2026-01', firstReading: 100, factor: 1, removedIn: null, lastReading: null },
  ...{ readings: new Map(Object.entries(readings)), ...more },
})

describe('the use of a year', () => {
  it('is the difference of readings times the factor', () => {
    const use = yearUse(meter({ '2026-01': 110, '2026-02': 125.5 }, { factor: 10 }), 2026, '2026-02')
    expect(use).toEqual({
      ...{ total: 255, known: 2, expected: 2 },
      months: [
        { month: '2026-01', use: 100 },
        { month: '2026-02', use: 155 },
      ],
    })
  })

  it('knows a gap in sum where it is read later, and never in its months', () => {
    const use = yearUse(meter({ '2026-01': 110, '2026-03': 150, '2026-04': 160 }), 2026, '2026-05')
    expect(use).toMatchObject({ total: 60, known: 4, expected: 5 })
    expect(use.months.map((month) => month.use)).toEqual([10, null, null, 10, null])
  })

  it('does not know what a gap over the turn of the year belongs to', () => {
    const over = meter({ '2026-11': 110, '2027-02': 140, '2027-03': 150 }, { installedIn: '2026-11' })
    expect(yearUse(over, 2027, '2027-03')).toMatchObject({ total: 10, known: 1, expected: 3 })
    expect(yearUse(over, 2026, '2027-03')).toMatchObject({ total: 10, known: 1, expected: 2 })
  })

  it('ends with the meter, and its successor goes on', () => {
    const old = meter({ '2026-01': 110 }, { removedIn: '2026-02', lastReading: 117 })
    expect(yearUse(old, 2026, '2026-12')).toMatchObject({ total: 17, known: 2, expected: 2 })
    const next = meter({ '2026-02': 2, '2026-03': 9 }, { installedIn: '2026-02', firstReading: 0 })
    expect(yearUse(next, 2026, '2026-03')).toMatchObject({ total: 9, known: 2, expected: 2 })
  })

  it('is unknown, not nothing, of a meter that nobody has read', () => {
    expect(yearUse(meter({}), 2026, '2026-06')).toMatchObject({ total: null, known: 0, expected: 6 })
  })

  it('takes no reading that falls, and says so', () => {
    const fell = meter({ '2026-01': 110, '2026-02': 90, '2026-03': 95 })
    expect(yearUse(fell, 2026, '2026-03')).toMatchObject({ total: 15, known: 2, expected: 3 })
    expect(findingsOf(fell, '2026-03', { jumpFactor: 3, overMonths: 3 })).toMatchObject([
      { month: '2026-02', kind: 'falls' },
    ])
  })

  it('never covers more months than there were, and adds up to the last reading when all is read', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 24 }), (uses) => {
        const months = monthsBetween('2026-01', '2027-12')
        let shown = 100
        const readings: Record<string, number> = {}
        uses.forEach((use, i) => {
          shown += use ?? 7
          if (use !== null) readings[months[i] ?? ''] = shown
        })
        const known = Object.values(readings).at(-1)
        const spans = spansOf(meter(readings), '2027-12')
        expect(spans.reduce((sum, { use }) => sum + (use ?? 0), 0)).toBe(known === undefined ? 0 : known - 100)
        const { known: covered, expected } = yearUse(meter(readings), 2026, '2027-12')
        expect(covered).toBeLessThanOrEqual(expected)
      }),
    )
  })
})

describe('an unusual month', () => {
  it('is told when enough months before it are known', () => {
    const steady = { '2026-01': 110, '2026-02': 120, '2026-03': 130 }
    const rule = { jumpFactor: 3, overMonths: 3 }
    expect(findingsOf(meter({ ...steady, '2026-04': 161 }), '2026-04', rule)).toEqual([
      { month: '2026-04', kind: 'jump', use: 31, usual: 10 },
    ])
    expect(findingsOf(meter({ ...steady, '2026-04': 133 }), '2026-04', rule)).toMatchObject([{ kind: 'drop' }])
    expect(findingsOf(meter({ ...steady, '2026-04': 160 }), '2026-04', rule)).toEqual([])
    expect(findingsOf(meter({ '2026-01': 110, '2026-02': 900 }), '2026-02', rule)).toEqual([])
  })
})
