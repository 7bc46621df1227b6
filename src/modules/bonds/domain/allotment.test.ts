import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Allotted, bondMoney, refuseOverAmount, refuseTakingUsed, refuseUse } from './allotment.ts'

const entry = (workId: string, amount: string): Allotted => ({ workId, amount })
const known = (allotments: readonly Allotted[], uses: readonly Allotted[] = []) => ({
  ...{ amount: '100.00', allotments, uses },
})
const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('the money of a bond', () => {
  it('is told by work, with what is not allotted and what is not used', () => {
    const money = known(
      [entry('road', '60.00'), entry('pipes', '30.00'), entry('road', '-10.00')],
      [entry('road', '20.50')],
    )
    expect(bondMoney(money)).toEqual({
      works: [
        { id: 'road', allotted: '50.00', used: '20.50' },
        { id: 'pipes', allotted: '30.00', used: '0.00' },
      ],
      ...{ allotted: '80.00', used: '20.50', unallotted: '20.00', idle: '79.50' },
    })
  })

  it('is for its own works only, and not beyond what they were given', () => {
    const money = known([entry('road', '60.00')], [entry('road', '59.99')])
    expect(codeOf(() => refuseUse(money, 'plant', '1.00'))).toBe('bonds.not_its_work')
    expect(codeOf(() => refuseUse(money, 'road', '0.02'))).toBe('bonds.over_allotment')
    expect(codeOf(() => refuseUse(money, 'road', '0.01'))).toBeNull()
    expect(codeOf(() => refuseOverAmount(money, '40.01'))).toBe('bonds.over_amount')
    expect(codeOf(() => refuseTakingUsed(money, 'road', '0.02'))).toBe('bonds.over_allotment')
  })

  it('is never given or used beyond, however it goes', () => {
    const step = fc.record({
      verb: fc.constantFrom('allot', 'takeBack', 'use'),
      work: fc.constantFrom('a', 'b', 'c'),
      fen: fc.integer({ min: 1, max: 6000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const allotments: Allotted[] = []
        const uses: Allotted[] = []
        for (const { verb, work, fen } of steps) {
          const amount = (fen / 100).toFixed(2)
          const money = known(allotments, uses)
          if (verb === 'allot' && codeOf(() => refuseOverAmount(money, amount)) === null)
            allotments.push(entry(work, amount))
          if (verb === 'takeBack' && codeOf(() => refuseTakingUsed(money, work, amount)) === null)
            allotments.push(entry(work, `-${amount}`))
          if (verb === 'use' && codeOf(() => refuseUse(money, work, amount)) === null) uses.push(entry(work, amount))
        }
        const { works, allotted } = bondMoney(known(allotments, uses))
        expect(compareMoney(allotted, '100.00')).toBeLessThanOrEqual(0)
        for (const { allotted: given, used } of works) expect(compareMoney(used, given)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
