import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeadStage, leadStages } from '../contract/words.ts'
import { evaluate } from './evaluate.ts'
import { type ClauseRule, flagsOf } from './flag-clause.ts'
import { leadSteps, refusalOfTalks, stageAfter, stepsFrom } from './lead-steps.ts'
import { type PaymentAsked, refusalOfCounter, yuanOf } from './payment.ts'
import { refusalOfSigning, type Signing } from './sign.ts'

const { rules } = JSON.parse(readFileSync('data/promotion/fair-competition.json', 'utf8')) as { rules: ClauseRule[] }
const flags = (words: string, day = '2026-03-02') => flagsOf(words, rules, day).map(({ rule }) => rule.code)

describe('flags of a clause', () => {
  it.each([
    ['乙方缴纳的增值税地方留存部分，前三年由甲方全额返还。', 'taxReturn'],
    ['乙方项目年产值达到5亿元并纳入统计的，甲方给予500万元奖励。', 'tiedToResults'],
    ['甲方以一事一议方式给予乙方设备补贴。', 'selectiveSubsidy'],
    ['土地出让金超出每亩8万元部分，甲方以基础设施补贴形式给予乙方。', 'landDiscount'],
    ['城市基础设施配套费予以减免。', 'feeRelief'],
    ['蒸汽价格不高于每吨180元，电价享受专享优惠。', 'factorPrice'],
    ['协议期内甲方不再引进同类企业。', 'exclusive'],
    ['项目建设优先选用甲方推荐的施工单位提供的服务。', 'namedGoods'],
    ['配套服务仅限本区企业承接。', 'entryCondition'],
    ['乙方十年内不得迁出本区。', 'noMovingAway'],
    ['乙方须在本区设立子公司方可承接业务。', 'forcedBranch'],
    ['同等条件下政府投资项目优先由乙方承建。', 'tenderFavour'],
    ['原料收购价由甲方统一限定。', 'priceControl'],
  ])('%s', (words, code) => {
    expect(flags(words)).toContain(code)
  })

  it('leave lawful clauses alone', () => {
    expect(flags('甲方依法以招标拍卖挂牌方式供应国有建设用地使用权，乙方按合同足额缴纳价款。')).toEqual([])
    expect(flags('乙方承诺项目固定资产投资强度不低于每亩300万元，亩均税收不低于每亩15万元。')).toEqual([])
    expect(flags('甲方为乙方提供代办服务，不收取费用。')).toEqual([])
  })

  it('are found within one sentence, and only from the day of the regulation on', () => {
    expect(flags('乙方依法纳税。甲方对科技奖励按公开政策办理。')).toEqual([])
    expect(flags('税收返还', '2024-07-31')).toEqual([])
    expect(flags('税收返还', '2024-08-01')).toEqual(['taxReturn'])
  })

  it('are never fewer when words are added to a sentence', () => {
    const word = fc.constantFrom('税收', '返还', '电价', '优惠', '独家', '甲方', '乙方', '招标', '优先', '产值', '奖励')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (one, more) => {
        const before = flags(one.join(''))
        const after = flags([...one, ...more].join(''))
        expect(before.filter((code) => !after.includes(code))).toEqual([])
      }),
    )
  })
})

const signing: Signing = {
  ...{ state: 'draft', kind: 'investment', leadStage: 'talks', clauses: 3, flags: [], signedBefore: null },
  ...{ signedOn: '2026-03-02', today: '2026-03-02' },
}
const refusal = (change: Partial<Signing>) => refusalOfSigning({ ...signing, ...change })?.code

describe('a signing', () => {
  it('waits for a review of every flag', () => {
    const flag = { heading: '用地', title: '地价优惠' }
    expect(refusal({})).toBeUndefined()
    expect(refusal({ flags: [{ ...flag, outcome: null }] })).toBe('promotion.not_reviewed')
    expect(refusal({ flags: [{ ...flag, outcome: 'change' }] })).toBe('promotion.clause_to_change')
    expect(
      refusal({
        flags: [
          { ...flag, outcome: 'clear' },
          { ...flag, outcome: 'exception' },
        ],
      }),
    ).toBeUndefined()
  })

  it('is refused a second time for one project, under another name too', () => {
    const before = { title: '投资协议', company: '示例' }
    expect(refusal({ signedBefore: { ...before, own: true } })).toBe('promotion.signed_before')
    expect(refusal({ signedBefore: { ...before, own: false } })).toBe('promotion.signed_by_a_twin')
    expect(refusal({ signedBefore: { ...before, own: true }, kind: 'supplement' })).toBeUndefined()
  })

  it('wants a draft with clauses, in talks, on a day that has come', () => {
    expect(refusal({ state: 'signed' })).toBe('promotion.not_a_draft')
    expect(refusal({ clauses: 0 })).toBe('promotion.no_clauses')
    expect(refusal({ leadStage: 'lead' })).toBe('promotion.no_talks')
    expect(refusal({ signedOn: '2026-03-03' })).toBe('promotion.in_the_future')
  })
})

describe('an evaluation', () => {
  const lines = [
    { code: 'fit', weight: 60 },
    { code: 'land', weight: 40 },
  ]

  it('is unknown until every criterion is marked', () => {
    expect(evaluate(lines, [{ code: 'fit', judge: 'a', mark: 90 }], 5)).toMatchObject({
      score: null,
      missing: ['land'],
    })
    const both = [
      { code: 'fit', judge: 'a', mark: 90 },
      { code: 'land', judge: 'b', mark: 50 },
    ]
    expect(evaluate(lines, both, 5)).toMatchObject({ score: 74, missing: [], judges: 2 })
  })

  it('takes a latest mark, and leaves the extremes of five judges out', () => {
    const again = [10, 70].map((mark) => ({ code: 'fit', judge: 'a', mark }))
    expect(evaluate([lines[0] ?? { code: '', weight: 0 }], again, 5).score).toBe(70)
    const five = [0, 70, 80, 90, 100].map((mark, i) => ({ code: 'fit', judge: `${i}`, mark }))
    expect(evaluate([lines[0] ?? { code: '', weight: 0 }], five, 5).score).toBe(80)
  })

  it('lies between the lowest and the highest mark', () => {
    const marks = fc.array(
      fc.record({
        code: fc.constantFrom('fit', 'land'),
        judge: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        mark: fc.integer({ min: 0, max: 100 }),
      }),
    )
    fc.assert(
      fc.property(marks, (given) => {
        const { score } = evaluate(lines, given, 5)
        if (score === null) return
        const values = given.map(({ mark }) => mark)
        expect(score).toBeGreaterThanOrEqual(Math.min(...values))
        expect(score).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})

describe('the steps of a lead', () => {
  it('lead only where the table says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...leadStages),
        fc.constantFrom(...(Object.keys(leadSteps) as (keyof typeof leadSteps)[])),
        (stage: LeadStage, step) => {
          if (stepsFrom(stage).includes(step)) expect(stageAfter(step, stage)).toBe(leadSteps[step].to)
          else expect(() => stageAfter(step, stage)).toThrow()
        },
      ),
    )
    expect(stepsFrom('merged')).toEqual([])
  })

  it('open talks after a contact, and below the mark with a reason', () => {
    expect(refusalOfTalks({ visits: 0, passes: true, reason: null })?.code).toBe('promotion.no_contact')
    expect(refusalOfTalks({ visits: 1, passes: null, reason: null })?.code).toBe('promotion.not_evaluated')
    expect(refusalOfTalks({ visits: 1, passes: false, reason: '补链急需' })).toBeNull()
    expect(refusalOfTalks({ visits: 1, passes: true, reason: null })).toBeNull()
  })
})

describe('paid-in money', () => {
  const asked: PaymentAsked = {
    ...{ state: 'signed', currency: 'CNY', amount: '1000.00', rate: null },
    ...{ happenedOn: '2026-03-02', today: '2026-03-02' },
  }
  const codeOf = (change: Partial<PaymentAsked>) => {
    try {
      yuanOf({ ...asked, ...change })
      return undefined
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it('is counted in yuan at the rate of the day', () => {
    expect(yuanOf(asked)).toEqual({ yuan: '1000.00', rate: '1' })
    expect(yuanOf({ ...asked, currency: 'USD', amount: '100.05', rate: '7.123456' })).toEqual({
      yuan: '712.70',
      rate: '7.123456',
    })
    expect(codeOf({ currency: 'USD' })).toBe('promotion.rate_missing')
    expect(codeOf({ rate: '7' })).toBe('promotion.rate_not_needed')
  })

  it('comes after the signing, not in the future, and is never negative', () => {
    expect(codeOf({ state: 'draft' })).toBe('promotion.not_signed')
    expect(codeOf({ happenedOn: '2026-03-03' })).toBe('promotion.in_the_future')
    expect(codeOf({ amount: '0.00' })).toBe('promotion.no_amount')
  })

  it('is taken back once', () => {
    expect(refusalOfCounter({ counterOf: null, countered: false })).toBeNull()
    expect(refusalOfCounter({ counterOf: null, countered: true })?.code).toBe('promotion.countered_already')
    expect(refusalOfCounter({ counterOf: 'x', countered: false })?.code).toBe('promotion.is_a_counter')
  })
})
