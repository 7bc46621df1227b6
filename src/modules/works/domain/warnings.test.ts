import { describe, expect, it } from 'vitest'
import { type WatchedWork, warningsOf } from './warnings.ts'

const rule = { growthPercent: 10, behindPoints: 10 }
const quiet: WatchedWork = {
  ...{ state: 'building', estimates: ['100.00'], contracted: '90.00', paid: '50.00' },
  ...{ payables: [], milestones: [], defects: [], report: null },
}
const codes = (more: Partial<WatchedWork>) =>
  warningsOf({ ...quiet, ...more }, rule, '2026-06-01').map(({ code }) => code)

describe('a work warns', () => {
  it('of nothing while all is well, nor of what nobody has entered', () => {
    expect(codes({})).toEqual([])
    expect(codes({ estimates: [], contracted: '900.00' })).toEqual([])
  })

  it.each([
    [{ contracted: '100.00' }, []],
    [{ contracted: '100.01' }, ['overEstimate']],
    [{ estimates: ['100.00', '110.00'] }, []],
    [{ estimates: ['100.00', '110.20'] }, ['estimateGrew']],
    [{ report: { month: '2026-05', planned: 60, actual: 50.1 } }, []],
    [{ report: { month: '2026-05', planned: 60, actual: 50 } }, ['behind']],
    [{ report: { month: '2026-05', planned: null, actual: 5 } }, []],
  ] as const)('with %o of %o', (more, expected) => {
    expect(codes(more)).toEqual(expected)
  })

  it('of payables after their day, the more of small contractors and of those whose size nobody knows', () => {
    const payable = (sme: boolean | null, owed: string, dueOn: string | null) => ({ title: '款', sme, owed, dueOn })
    const payables = [
      payable(false, '1.00', '2026-05-31'),
      payable(true, '1.00', '2026-05-31'),
      payable(null, '1.00', '2026-05-31'),
      payable(true, '0.00', '2026-05-31'),
      payable(true, '1.00', '2026-06-01'),
      payable(false, '1.00', null),
    ]
    expect(codes({ payables })).toEqual(['lateToSme', 'lateToSme', 'latePayment'])
  })

  it('of milestones and defects that are late, not of those of a work that has ended', () => {
    const milestones = [{ title: '封顶', plannedOn: '2026-05-31', doneOn: null }]
    const defects = [{ title: '沉降', dueOn: '2026-05-31', fixedOn: null }]
    expect(codes({ milestones, defects })).toEqual(['lateDefect', 'lateMilestone'])
    expect(codes({ milestones, defects, state: 'operating' })).toEqual(['lateDefect'])
  })
})
