import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landFactsOf } from './land-facts.ts'
import { type Asked, type Assessed, assessmentGaps, servicingGaps } from './readiness.ts'

const ground: Asked['ground'] = {
  ...{ code: 'LY-1', name: '示例地块 LY-1', landKind: 'standard', registeredSqm: 33_333 },
  ...{ serviceLevel: 'seven', converted: true },
}
const rules: Asked['rules'] = [
  { kind: 'geohazard', required: true, fact: 'inGeoHazardZone' },
  { kind: 'mineral', required: true, fact: null },
  { kind: 'relics', required: false, fact: 'mayHaveRelics' },
]
const assessed = (kind: Assessed['kind'], more: Partial<Assessed> = {}): Assessed => ({
  ...{ title: kind, kind, parcelCodes: [], approvedOn: '2025-01-01', validUntil: '2026-06-30', effect: 'not-repeated' },
  ...{ finding: 'absent', negativeIndustries: [], document: '1号', ...more },
})
const all = [assessed('geohazard', { negativeIndustries: ['C26'] }), assessed('mineral')]
const asked = (more: Partial<Asked> = {}): Asked => ({ ground, rules, assessments: all, day: '2026-03-02', ...more })
const gaps = (more: Partial<Asked>) => assessmentGaps(asked(more)).map(({ zh }) => zh)

describe('an assessed parcel', () => {
  it.each<[string, Partial<Asked>, string[]]>([
    ['with all that is required', {}, []],
    ['without one', { assessments: [assessed('mineral')] }, ['没有公布“地质灾害危险性”区域评估']],
    ['on the last day', { day: '2026-06-30' }, []],
    [
      'a day later',
      { day: '2026-07-01' },
      ['“地质灾害危险性”区域评估已于 2026-06-30 到期', '“压覆重要矿产”区域评估已于 2026-06-30 到期'],
    ],
    [
      'before its approval',
      { day: '2024-12-31' },
      ['没有公布“地质灾害危险性”区域评估', '没有公布“压覆重要矿产”区域评估'],
    ],
    [
      'when one is of other parcels',
      { assessments: [assessed('geohazard', { parcelCodes: ['LY-2'] }), assessed('mineral')] },
      ['没有公布“地质灾害危险性”区域评估'],
    ],
    ['for a food factory', { industry: 'C1431' }, []],
    ['for a chemical plant', { industry: 'C2614' }, ['行业 C2614 在“地质灾害危险性”区域评估的负面清单内，要单独评估']],
    [
      'for nobody knows what',
      { industry: null },
      ['项目行业未填写，无法判断是否在“地质灾害危险性”区域评估的负面清单内'],
    ],
  ])('%s', (_, more, texts) => {
    expect(gaps(more)).toEqual(texts)
  })

  it('is ready when it is converted and cleared; unknown is not no', () => {
    const of = (more: Partial<Asked['ground']>) =>
      servicingGaps(asked({ ground: { ...ground, ...more } })).map(({ zh }) => zh)
    expect(of({})).toEqual([])
    expect(of({ converted: null })).toEqual(['未登记农转用和征收是否完成'])
    expect(of({ converted: false, serviceLevel: 'raw' })).toEqual(['农转用和征收未完成', '还是生地，没有完成净地整理'])
  })
})

describe('what the land says to a plan', () => {
  it('standard land with its assessments', () => {
    const { facts, why } = landFactsOf(asked({ industry: 'C1431' }))
    expect(facts).toEqual({
      ...{ landKind: 'standard-land', landAreaHa: 3.3333, landConverted: true, inGeoHazardZone: false },
    })
    expect(why.zh).toBe('在标准地“示例地块 LY-1”上，区域评估有效')
  })

  it('leaves out what is not known', () => {
    const open = [...all, assessed('relics', { finding: 'open' })]
    const { facts } = landFactsOf(asked({ ground: { ...ground, converted: null }, assessments: open }))
    expect(Object.keys(facts)).toEqual(['landKind', 'landAreaHa', 'inGeoHazardZone'])
  })

  it('is never standard land while a required assessment lacks, whatever else is there', () => {
    const kinds = fc.subarray(['geohazard', 'mineral', 'relics', 'energy'] as const)
    fc.assert(
      fc.property(kinds, fc.constantFrom('standard', 'ordinary'), (there, landKind) => {
        const said = landFactsOf(
          asked({ ground: { ...ground, landKind }, assessments: there.map((kind) => assessed(kind)) }),
        )
        const whole = there.includes('geohazard') && there.includes('mineral') && landKind === 'standard'
        expect(said.facts.landKind).toBe(whole ? 'standard-land' : 'ordinary-transfer')
      }),
    )
  })
})
