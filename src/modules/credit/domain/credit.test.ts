import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsLater } from '../../../kernel/months.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import { type CreditRules, type EntryFacts, pointRuleOn, standingOn } from './credit.ts'
import { type RepairableEntry, refusalOfRepair, repairedFrom, repairFrom } from './repair.ts'

const rules = readDataFile('credit/rules.json') as CreditRules
const entry = (points: number, happenedOn: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ points, happenedOn, expiresOn: null, repairedFrom: null },
  ...more,
})
const gradeOn = (entries: readonly EntryFacts[], day: string) => standingOn(rules, entries, day)?.grade

describe('the grade of a day', () => {
  test('comes from the entries that count on it', () => {
    const breach = entry(-45, '2026-03-02', { expiresOn: '2029-03-02' })
    expect(gradeOn([], '2026-03-02')).toBe('B')
    expect(gradeOn([breach], '2026-03-01')).toBe('B')
    expect(standingOn(rules, [breach], '2026-03-02')).toMatchObject({ grade: 'D', points: 55, mayCommit: false })
    expect(gradeOn([breach], '2029-03-01')).toBe('D')
    expect(gradeOn([breach], '2029-03-02')).toBe('B')
  })

  test('a granted repair ends an entry before its time, and never makes it longer', () => {
    const lapse = entry(-20, '2026-03-02', { expiresOn: '2028-03-02', repairedFrom: '2026-06-01' })
    expect(gradeOn([lapse], '2026-05-31')).toBe('C')
    expect(gradeOn([lapse], '2026-06-01')).toBe('B')
    expect(gradeOn([{ ...lapse, repairedFrom: '2030-01-01' }], '2028-03-02')).toBe('B')
  })

  test('is unknown, not good, where no rule is in force', () => {
    expect(standingOn(rules, [], '2019-01-01')).toBeNull()
    expect(pointRuleOn(rules.pointRules, 'penalty', '2019-01-01')).toBeUndefined()
  })

  test('does not depend on the order in which the entries came, nor on what comes later', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10))
    const one = fc.record({
      points: fc.integer({ min: -50, max: 10 }),
      happenedOn: day,
      expiresOn: fc.option(day),
      repairedFrom: fc.option(day),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), day, fc.infiniteStream(fc.nat()), (entries, on, keys) => {
        const shuffled = entries.map((item) => ({ item, key: keys.next().value })).sort((a, b) => a.key - b.key)
        const known = standingOn(rules, entries, on)
        expect(
          standingOn(
            rules,
            shuffled.map(({ item }) => item),
            on,
          ),
        ).toEqual(known)
        const byThen = entries.filter(({ happenedOn }) => happenedOn <= on)
        expect(standingOn(rules, byThen, on)).toEqual(known)
        const alive = byThen.filter(
          ({ expiresOn, repairedFrom }) => (expiresOn ?? '9') > on && (repairedFrom ?? '9') > on,
        )
        expect(known?.points).toBe(100 + alive.reduce((sum, { points }) => sum + points, 0))
      }),
      { numRuns: 2000, seed: 11 },
    )
  })
})

describe('repair', () => {
  const breach: RepairableEntry = {
    ...entry(-45, '2026-03-02', { expiresOn: '2029-03-02' }),
    ...{ repairAfterDays: 90, repairLeavesMonths: 0, repair: null },
  }
  test('may be asked for once its days are over, once at a time', () => {
    expect(repairFrom(breach)).toBe('2026-05-31')
    expect(refusalOfRepair(breach, '2026-05-30')?.code).toBe('credit.too_early')
    expect(refusalOfRepair(breach, '2026-05-31')).toBeNull()
    expect(refusalOfRepair({ ...breach, repair: 'applied' }, '2026-06-01')?.code).toBe('credit.repair_pending')
    expect(refusalOfRepair({ ...breach, repair: 'refused' }, '2026-06-01')).toBeNull()
    expect(refusalOfRepair(breach, '2029-03-02')?.code).toBe('credit.no_effect')
    expect(refusalOfRepair({ ...breach, points: 5 }, '2026-06-01')?.code).toBe('credit.not_repairable')
    expect(refusalOfRepair({ ...breach, repairAfterDays: null }, '2026-06-01')?.code).toBe('credit.not_repairable')
  })

  test('ends the entry at once or leaves it the months of its rule', () => {
    expect(repairedFrom(breach, '2026-06-01')).toBe('2026-06-01')
    expect(repairedFrom({ ...breach, repairLeavesMonths: 3 }, '2026-11-30')).toBe('2027-02-28')
    expect(monthsLater('2028-01-31', 1)).toBe('2028-02-29')
  })
})
