import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MatchRules } from '../contract/criteria.ts'
import { type Needs, noNeeds } from '../contract/needs.ts'
import { rankSites } from './rank.ts'
import type { Site } from './site.ts'

const rules = MatchRules.parse(JSON.parse(readFileSync('data/sites/matching.json', 'utf8')))
const bare: Site = {
  ...{ kind: 'land', id: 'a', name: '甲', areaSqm: 80_000, industries: [], handOverOn: null, thresholds: [] },
  letFrom: null,
  handOver: { zh: '交地时间没有登记', en: 'The day of hand-over is not recorded' },
  ...{ voltageKv: null, dualSupply: null, powerKva: null, steamTph: null, waterTpd: null, gas: null, heat: null },
  ...{ drainage: null, rail: null, motorwayKm: null, floorLoadKn: null, craneT: null, storeyHeightM: null, rent: null },
}
const freeUntil = (letFrom: string): Partial<Site> => ({
  ...{ kind: 'space', handOverOn: '2027-01-01', letFrom },
  handOver: { zh: `现空置，${letFrom} 起已出租`, en: '' },
})
const one = (needs: Partial<Needs>, site: Partial<Site>) => {
  const [found] = rankSites({ ...noNeeds, ...needs }, [{ ...bare, ...site }], rules)
  if (!found) throw new Error('left out')
  return found
}

describe('one need and one site', () => {
  it.each<[Partial<Needs>, Partial<Site>, string, string]>([
    [{ areaMinSqm: 80_000 }, {}, 'met', '120.00 亩，需要 120.00 亩'],
    [{ areaMinSqm: 80_000 }, { areaSqm: 78_000 }, 'partly', '117.00 亩，需要 120.00 亩：少 3.00 亩'],
    [{ areaMinSqm: 80_000 }, { areaSqm: 60_000 }, 'missed', '90.00 亩，需要 120.00 亩：少 30.00 亩'],
    [{ areaMinSqm: 80_000 }, { areaSqm: 160_000 }, 'partly', '240.00 亩，需要 120.00 亩：多 120.00 亩，可以问能否分割'],
    [{ areaMaxSqm: 80_000 }, { areaSqm: 40_000 }, 'met', '60.00 亩，需要 至多 120.00 亩'],
    [{ voltageKv: 35 }, { voltageKv: 35 }, 'met', '电压 35 kV，需要 35 kV'],
    [{ voltageKv: 35 }, { voltageKv: 20 }, 'missed', '电压 20 kV，需要 35 kV：差一级，要从更高一级的变电站接入'],
    [{ voltageKv: 35 }, {}, 'unknown', '电压没有登记，需要 35 kV'],
    [{ steam: true }, { steamTph: 5 }, 'met', '有蒸汽'],
    [{ steam: true }, { steamTph: 0 }, 'missed', '没有蒸汽'],
    [{ steam: true, steamTph: 10 }, { steamTph: 5 }, 'missed', '蒸汽 5 吨/小时，需要 10 吨/小时'],
    [{ steam: true }, {}, 'unknown', '蒸汽没有登记'],
    [{ gas: true }, { gas: false }, 'missed', '没有管道燃气'],
    [{ powerKva: 1000 }, { powerKva: 500 }, 'partly', '用电容量 500 kVA，需要 1000 kVA'],
    [{ motorwayKm: 5 }, { motorwayKm: 10 }, 'partly', '离高速 10 公里，需要 5 公里以内'],
    [{ nearMotorway: true }, {}, 'unknown', '到高速的距离没有登记'],
    [{ rentCeiling: 10 }, { kind: 'space', rent: 12 }, 'partly', '参考租金 12 元/㎡·月，上限 10'],
    [{ industryCode: 'C1523' }, { industries: ['C15'] }, 'met', '准入行业 C15，项目为果菜汁及果菜汁饮料制造 C1523'],
    [{ industryCode: 'C1523' }, { industries: ['C26'] }, 'missed', '准入行业 C26，项目为果菜汁及果菜汁饮料制造 C1523'],
    [
      { industryCode: 'C15' },
      { industries: ['C1523'] },
      'unknown',
      '准入行业 C1523，项目为酒、饮料和精制茶制造业 C15：要看具体产品',
    ],
    [
      { neededBy: '2027-06-30' },
      { handOverOn: '2027-07-01', handOver: { zh: '最早 2027-07-01 交地', en: '' } },
      'missed',
      '最早 2027-07-01 交地，需要 2027-06-30 前',
    ],
    [{ neededBy: '2027-06-30' }, freeUntil('2027-06-01'), 'missed', '现空置，2027-06-01 起已出租，需要 2027-06-30 前'],
    [{ neededBy: '2027-06-30' }, freeUntil('2027-08-01'), 'unknown', '现空置，2027-08-01 起已出租，需要 2027-06-30 前'],
    [{ taxWanPerMu: 20 }, {}, 'unknown', '承诺 20 万元/亩，没有查到这里的控制指标'],
  ])('%j at %j: %s', (needs, site, outcome, zh) => {
    expect(one(needs, site).reasons).toMatchObject([{ outcome, reason: { zh } }])
  })

  it('sets the whole investment over the land against the indicator that binds', () => {
    const bound = {
      code: 'invest-intensity',
      label: { zh: '', en: '' },
      unit: { zh: '', en: '' },
      op: 'gte',
      value: 300,
    } as const
    const found = one({ investmentWan: 24_000 }, { thresholds: [{ ...bound, source: '示例办法第3条' }] })
    expect(found.reasons).toMatchObject([
      { outcome: 'partly', reason: { zh: '承诺 200 万元/亩，要求不低于 300（示例办法第3条）' } },
    ])
  })
})

describe('many sites', () => {
  it('puts what fits first, what is not known apart, what misses last; nobody is left out', () => {
    const sites = [
      { ...bare, id: 'miss', voltageKv: 10 },
      { ...bare, id: 'unknown' },
      { ...bare, id: 'fits', voltageKv: 110 },
      { ...bare, id: 'space', kind: 'space' as const },
    ]
    const found = rankSites({ ...noNeeds, kind: 'land', voltageKv: 35, areaMinSqm: 80_000 }, sites, rules)
    expect(found.map(({ site, standing }) => [site.id, standing])).toEqual([
      ['fits', 'fits'],
      ['unknown', 'unknown'],
      ['miss', 'misses'],
    ])
    expect(found[1]).toMatchObject({ score: 68, atMost: 100 })
  })

  it('a site that offers more of what is wanted never ranks worse, and not knowing is never a miss', () => {
    const capacity = fc.option(fc.integer({ min: 0, max: 110 }))
    fc.assert(
      fc.property(capacity, fc.integer({ min: 1, max: 110 }), fc.integer({ min: 0, max: 50 }), (have, want, extra) => {
        const found = one({ voltageKv: want }, { voltageKv: have })
        expect(found.standing === 'unknown').toBe(have === null)
        if (have !== null)
          expect(one({ voltageKv: want }, { voltageKv: have + extra }).score).toBeGreaterThanOrEqual(found.score)
      }),
    )
  })
})
