import { describe, expect, it } from 'vitest'
import { lateFee, monthlyBills, settle, utilityBills } from './bills.ts'
import { refuseBadTerms, refuseExit, refuseOverlap, renewalOf, stateOn } from './lease.ts'

const terms = {
  ...{ startsOn: '2025-03-01', endsOn: '2026-02-28', freePeriods: [] },
  steps: [{ from: '2025-03-01', rate: '12' }],
}
const code = (run: () => void): string | null => {
  try {
    run()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('terms', () => {
  it.each([
    ['a year', {}, null],
    ['the end before the start', { endsOn: '2025-02-28' }, 'leases.ends_before_start'],
    ['twenty years and a day (民法典 第705条)', { endsOn: '2045-03-01' }, 'leases.too_long'],
    ['twenty years', { endsOn: '2045-02-28' }, null],
    ['a first step after the start', { steps: [{ from: '2025-04-01', rate: '12' }] }, 'leases.steps_out_of_order'],
    ['a free period outside', { freePeriods: [{ from: '2025-02-01', to: '2025-03-31' }] }, 'leases.free_outside'],
  ])('%s', (_, given, refused) => {
    expect(code(() => refuseBadTerms({ ...terms, ...given }))).toBe(refused)
  })
})

describe('a unit', () => {
  const taken = [{ unit: 'u', from: '2025-01-01', to: '2025-12-31', holder: '甲公司' }]
  it.each([
    ['on the last day of another', '2025-12-31', 'leases.unit_taken'],
    ['from the day after', '2026-01-01', null],
  ])('%s', (_, startsOn, refused) => {
    expect(code(() => refuseOverlap([{ unit: 'u', code: '101' }], { startsOn, endsOn: '2026-12-31' }, taken))).toBe(
      refused,
    )
  })
})

describe('an exit', () => {
  const lease = { ...terms, endedOn: null, noticeDays: 30 }
  const exit = { endsOn: '2025-08-31', noticeOn: '2025-08-01', agreed: null }
  it.each([
    ['with thirty days of notice', exit, null],
    ['with too little', { ...exit, noticeOn: '2025-08-02' }, 'leases.notice_too_short'],
    ['with too little that both agree on', { ...exit, noticeOn: '2025-08-02', agreed: '双方同意' }, null],
    ['on the last day anyway', { ...exit, endsOn: '2026-02-28' }, 'leases.no_early_exit'],
    ['with notice in the future', { ...exit, noticeOn: '2025-09-02' }, 'leases.in_the_future'],
  ])('%s', (_, given, refused) => {
    expect(code(() => refuseExit(lease, given, '2025-08-15'))).toBe(refused)
  })

  it('voids what is unpaid of later days and gives back what was paid, so that the rest is the rent of the days', () => {
    const drawing = { ...terms, areaSqm: '100', propertyRate: '1', dueDay: 10, endsOn: '2025-04-15' }
    const bills = [
      {
        id: 'a',
        kind: 'rent' as const,
        from: '2025-04-01',
        to: '2025-04-30',
        amount: '1200.00',
        state: 'paid' as const,
      },
      {
        id: 'b',
        kind: 'property' as const,
        from: '2025-04-01',
        to: '2025-04-30',
        amount: '100.00',
        state: 'due' as const,
      },
      {
        id: 'c',
        kind: 'rent' as const,
        from: '2025-05-01',
        to: '2025-05-31',
        amount: '1200.00',
        state: 'paid' as const,
      },
    ]
    expect(settle(drawing, bills)).toEqual({ void: ['b'], back: '1800.00' })
  })
})

describe('a renewal', () => {
  it('offers the same length from the day after, with the rise of the rule', () => {
    expect(renewalOf(terms, 0.05)).toMatchObject({
      ...{ startsOn: '2026-03-01', endsOn: '2027-02-28', steps: [{ from: '2026-03-01', rate: '12.6' }] },
    })
    expect(renewalOf(terms, null).steps[0]?.rate).toBe('12')
  })
})

describe('bills', () => {
  const drawing = { ...terms, areaSqm: '100', propertyRate: '1.5', dueDay: 10 }
  it('are drawn month by month once the month has begun', () => {
    expect(
      monthlyBills(drawing, '2025-04-01').map(({ kind, from, amount, dueOn }) => [kind, from, amount, dueOn]),
    ).toEqual([
      ['rent', '2025-03-01', '1200.00', '2025-03-10'],
      ['property', '2025-03-01', '150.00', '2025-03-10'],
      ['rent', '2025-04-01', '1200.00', '2025-04-10'],
      ['property', '2025-04-01', '150.00', '2025-04-10'],
    ])
  })

  it('of meters lie between two readings within the lease; no price, no bill', () => {
    const readings = ['2025-02-28 100', '2025-03-31 350.5', '2025-04-30 340'].map((line) => {
      const [readOn = '', value = ''] = line.split(' ')
      return { unit: 'u', meter: 'power' as const, readOn, value }
    })
    const price = { meter: 'power' as const, price: '0.6', validFrom: '2025-01-01', validUntil: null }
    expect(utilityBills(drawing, readings, [price])).toEqual({
      bills: [
        { kind: 'power', from: '2025-03-01', to: '2025-03-31', amount: '150.30', dueOn: '2025-04-10', unit: 'u' },
      ],
      unpriced: 1,
    })
    expect(utilityBills(drawing, readings, []).unpriced).toBe(2)
  })

  it('late: five of ten thousand a day; without a rule nobody knows', () => {
    expect(lateFee('12000.00', 20, 0.0005)).toBe('120.00')
    expect(lateFee('12000.00', 20, null)).toBeNull()
  })
})

it('a lease is future, running, ended by its days', () => {
  const lease = { ...terms, endedOn: null }
  expect(['2025-02-28', '2025-03-01', '2026-02-28', '2026-03-01'].map((day) => stateOn(lease, day))).toEqual([
    ...['future', 'running', 'running', 'ended'],
  ])
  expect(stateOn({ ...lease, endedOn: '2025-08-31' }, '2025-09-01')).toBe('ended')
})
