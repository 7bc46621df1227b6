import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels } from '../contract/level.ts'
import { queueOf } from './queue.ts'
import { endOfTerm, extendedEnd, monthly, refuseAllotment } from './tenancy.ts'

const waiting = (id: string, level: (typeof levels)[number], appliedOn: string, family = 1, rentAllowance = false) => ({
  ...{ id, level, appliedOn, family, rentAllowance },
})

describe('the queue', () => {
  it('goes by level, then by day, then by household', () => {
    const all = [
      waiting('1', 'e', '2026-01-01', 4),
      waiting('2', 'd', '2026-02-01', 1),
      waiting('3', 'd', '2026-02-01', 3),
      waiting('4', 'd', '2026-01-05', 1),
      waiting('5', 'a', '2026-03-01', 1),
    ]
    expect(queueOf(all).map((one) => one.waiting.id)).toEqual(['5', '4', '3', '2', '1'])
    expect(queueOf(all)[0]?.reason.zh).toBe('A 顶尖，2026-03-01 申请，1 人同住')
  })

  it('is the same in whatever order applications are read, and who draws an allowance is told so', () => {
    const one = fc.record({
      id: fc.uuid(),
      level: fc.constantFrom(...levels),
      appliedOn: fc.constantFrom('2026-01-01', '2026-02-01'),
      family: fc.integer({ min: 1, max: 4 }),
      rentAllowance: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (all) => {
        const queue = queueOf(all)
        expect(queueOf(all.toReversed())).toEqual(queue)
        expect(queue.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1))
        expect(queue.every(({ waiting: w, hindrance }) => w.rentAllowance === (hindrance !== null))).toBe(true)
      }),
    )
  })
})

describe('a flat', () => {
  const fine = {
    hindrance: null,
    position: 1,
    next: 1,
    outOfTurn: null,
    areaSqm: 60,
    family: 1,
    sqmPerHead: 60,
    apartment: true,
  }
  it.each([
    ['in turn and of its size', {}, null],
    ['beside a rent allowance', { hindrance: { zh: '领补贴', en: 'allowance' } }, 'stays.rent_allowance'],
    ['out of turn', { position: 2 }, 'stays.out_of_turn'],
    ['out of turn, and why', { position: 2, outOfTurn: '院士团队' }, null],
    ['too large', { areaSqm: 60.5 }, 'stays.too_large'],
    ['that is a plant', { apartment: false }, 'stays.no_apartment'],
  ])('%s', (_, given, refused) => {
    let code: string | null = null
    try {
      refuseAllotment({ ...fine, ...given })
    } catch (error) {
      code = (error as { code: string }).code
    }
    expect(code).toBe(refused)
  })

  it('is given by terms up to the longest stay', () => {
    const terms = { termMonths: 12, maxMonths: 30, sqmPerHead: 60 }
    expect(endOfTerm('2026-03-02', 12)).toBe('2027-03-01')
    expect(extendedEnd({ startsOn: '2026-03-02', endsOn: '2027-03-01' }, terms)).toBe('2028-03-01')
    expect(extendedEnd({ startsOn: '2026-03-02', endsOn: '2028-03-01' }, terms)).toBe('2028-09-01')
    expect(extendedEnd({ startsOn: '2026-03-02', endsOn: '2028-09-01' }, terms)).toBeNull()
  })

  it('costs the person a part, and the zone another beside it', () => {
    expect([monthly('62', '5'), monthly('62', '7')]).toEqual(['310.00', '434.00'])
  })
})
