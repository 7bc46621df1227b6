import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { checkStates } from '../contract/words.ts'
import { checkMay, decideCheck, findingsOf, refuseStep } from './check.ts'
import { excusedDays, type IdleFacts, idleFeeLimit, idleOn } from './idle.ts'
import { keeps, latePenalty, shortfallPenalty } from './penalty.ts'
import { refuseExtension, startDueOn } from './start-due.ts'

const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}
const price = { priceYuan: '10000000.00', capPercent: null }

describe('a penalty', () => {
  it('is the price times the share that lacks', () => {
    expect(shortfallPenalty({ op: 'gte', value: 300 }, 240, price)).toEqual({
      ...{ amountYuan: '2000000.00', arithmetic: '10000000.00 × (300 − 240) ÷ 300', capped: false },
    })
    expect(shortfallPenalty({ op: 'lte', value: 0.2 }, 0.25, price)?.amountYuan).toBe('2500000.00')
    expect(shortfallPenalty({ op: 'gte', value: 300 }, 300, price)?.amountYuan).toBe('0.00')
    expect(shortfallPenalty({ op: 'gte', value: 300 }, null, price)).toBeNull()
    expect(shortfallPenalty({ op: 'gte', value: 15 }, 3, { ...price, capPercent: 20 })).toMatchObject({
      amountYuan: '2000000.00',
      capped: true,
    })
  })
  it('is so many thousandths a day for a late start', () => {
    expect(latePenalty(30, { ...price, permille: 0.5 })).toMatchObject({
      amountYuan: '150000.00',
      arithmetic: '10000000.00 × 0.5‰ × 30',
    })
    expect(latePenalty(-3, { ...price, permille: 0.5 }).amountYuan).toBe('0.00')
  })
  it('is never below nothing nor above the price, and nothing where the value keeps what was agreed', () => {
    const value = fc.double({ min: 0.01, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom('gte' as const, 'lte' as const), value, value, (op, agreed, actual) => {
        const amount = Number(shortfallPenalty({ op, value: agreed }, actual, price)?.amountYuan)
        expect(amount >= 0 && amount <= 10_000_000).toBe(true)
        if (keeps({ op, value: agreed }, actual)) expect(amount).toBe(0)
      }),
    )
  })
})

describe('the start', () => {
  it('is put off twice by three months', () => {
    expect(startDueOn('2026-05-31', [{ months: 3 }, { months: 3 }])).toBe('2026-11-30')
    const rule = { times: 2, months: 3 }
    expect(codeOf(() => refuseExtension(1, 3, rule))).toBeNull()
    expect(codeOf(() => refuseExtension(2, 1, rule))).toBe('promises.no_more_extensions')
    expect(codeOf(() => refuseExtension(0, 4, rule))).toBe('promises.extension_too_long')
  })
})

describe('idle land', () => {
  const rule = {
    warnDays: 90,
    feeMonths: 12,
    takeBackMonths: 24,
    feePercent: 20,
    builtPercent: 33.33,
    spentPercent: 25,
    stoppedMonths: 12,
  }
  const facts: IdleFacts = {
    ...{ startDueOn: '2025-03-01', startedOn: null, stoppedOn: null, builtPercent: null, spentPercent: null },
    ...{ excused: [], finished: false },
  }
  it('warns at 90 days, is idle after a year, to be taken back after two', () => {
    expect(idleOn(facts, rule, '2025-11-30').state).toBe('quiet')
    expect(idleOn(facts, rule, '2025-12-01').state).toBe('warning')
    expect(idleOn(facts, rule, '2026-02-28').state).toBe('warning')
    expect(idleOn(facts, rule, '2026-03-01')).toMatchObject({
      state: 'idleFee',
      feeOn: '2026-03-01',
      takeBackOn: '2027-03-01',
    })
    expect(idleOn(facts, rule, '2027-03-01').state).toBe('takeBack')
    expect(idleOn({ ...facts, startedOn: '2026-02-01' }, rule, '2027-03-01').state).toBe('quiet')
    expect(idleFeeLimit('1000000.00', rule)).toBe('200000.00')
  })
  it('does not count what the government or force majeure caused, and counts overlapping causes once', () => {
    const excused = [
      { from: '2025-04-01', until: '2025-05-01' },
      { from: '2025-04-15', until: '2025-05-11' },
    ]
    expect(excusedDays(excused, '2025-03-01', '2026-01-01')).toBe(40)
    expect(idleOn({ ...facts, excused }, rule, '2026-03-01')).toMatchObject({ feeOn: '2026-04-10', excusedDays: 40 })
    const open = { ...facts, excused: [{ from: '2025-06-01', until: null }] }
    expect(idleOn(open, rule, '2027-06-01')).toMatchObject({ state: 'quiet', standing: true, feeOn: null })
  })
  it('is idle too when little is built and work has stopped for a year; unknown is not little', () => {
    const begun = { ...facts, startedOn: '2025-03-01', stoppedOn: '2025-06-01' }
    expect(idleOn({ ...begun, builtPercent: 20 }, rule, '2026-06-01').state).toBe('stopped')
    expect(idleOn({ ...begun, spentPercent: 24 }, rule, '2026-05-01').state).toBe('warning')
    expect(idleOn({ ...begun, builtPercent: 50, spentPercent: 60 }, rule, '2026-06-01').state).toBe('quiet')
    expect(idleOn(begun, rule, '2026-06-01').state).toBe('quiet')
  })
})

describe('a check', () => {
  const measures = [
    { name: '投资强度', agreed: { op: 'gte', value: 300 } as const, actual: 320 },
    { name: '容积率', agreed: { op: 'gte', value: 1 } as const, actual: null },
  ]
  const deciding = {
    kind: 'completion',
    outcome: 'pass',
    reached: true,
    rectifyUntil: null,
    today: '2026-03-02',
  } as const
  it('passes only when everything is known and kept', () => {
    const findings = findingsOf(measures)
    expect(findings).toEqual({ unknown: ['容积率'], failed: [] })
    expect(codeOf(() => decideCheck({ ...deciding, findings }))).toBe('promises.unknown_values')
    const failed = { unknown: [], failed: ['容积率'] }
    expect(codeOf(() => decideCheck({ ...deciding, findings: failed }))).toBe('promises.failed_values')
    const good = { unknown: [], failed: [] }
    expect(decideCheck({ ...deciding, findings: good })).toBe('passed')
    expect(codeOf(() => decideCheck({ ...deciding, findings: good, reached: false }))).toBe('promises.not_reached')
    expect(codeOf(() => decideCheck({ ...deciding, findings: failed, outcome: 'rectify' }))).toBe('promises.no_term')
    expect(decideCheck({ ...deciding, findings: failed, outcome: 'rectify', rectifyUntil: '2026-06-01' })).toBe(
      'rectify',
    )
    expect(decideCheck({ ...deciding, findings: failed, outcome: 'breach' })).toBe('breached')
  })
  it('does only what its table allows', () => {
    for (const state of checkStates) {
      for (const step of ['record', 'object', 'decide'] as const) {
        expect(codeOf(() => refuseStep(state, step)) === null).toBe(checkMay(state).includes(step))
      }
    }
  })
})
