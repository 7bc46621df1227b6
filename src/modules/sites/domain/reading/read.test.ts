import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNeeds } from './read.ts'

/** A Wednesday. */
const today = '2026-12-02'

/** Fields with their values; `?words:choices` where it asks; `!words` that nothing was made of. */
function told(text: string): string {
  const { needs, asks, unread } = readNeeds(text, { today })
  const known = Object.entries(needs)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field}=${value}`)
  const questions = asks.map(({ words, choices }) => `?${words}:${choices.map(({ label }) => label.zh).join('|')}`)
  return [...known, ...questions, ...unread.map((words) => `!${words}`)].join(' ')
}

const table: readonly (readonly [string, string])[] = [
  [
    '想要120亩地，35千伏双回路，蒸汽10吨/小时，离高速近，做果汁饮料',
    'kind=land areaMinSqm=80000 voltageKv=35 dualSupply=true steam=true steamTph=10 nearMotorway=true industryCode=C1523',
  ],
  ['１２０亩，３５ＫＶ', 'kind=land areaMinSqm=80000 voltageKv=35'],
  [
    '需要一百二十亩左右工业用地，电压35kV，有蒸汽',
    'kind=land areaMinSqm=72000 areaMaxSqm=88000 voltageKv=35 steam=true',
  ],
  ['约80亩，10千伏就行', 'kind=land areaMinSqm=48000 areaMaxSqm=58666.66 voltageKv=10'],
  ['100-150亩', 'kind=land areaMinSqm=66666.67 areaMaxSqm=100000'],
  ['100亩到150亩', 'kind=land areaMinSqm=66666.67 areaMaxSqm=100000'],
  ['一百到一百五十亩土地', 'kind=land areaMinSqm=66666.67 areaMaxSqm=100000'],
  ['不少于100亩，不超过150亩', 'kind=land areaMinSqm=66666.67 areaMaxSqm=100000'],
  ['60亩以上', 'kind=land areaMinSqm=40000'],
  ['30亩以内的地', 'kind=land areaMaxSqm=20000'],
  ['8公顷', 'kind=land areaMinSqm=80000'],
  ['8公顷，110千伏', 'kind=land areaMinSqm=80000 voltageKv=110'],
  ['1.2万平方米的地', 'kind=land areaMinSqm=12000'],
  ['50000㎡', 'areaMinSqm=50000'],
  ['1200亩的大项目，投资20亿元', 'kind=land areaMinSqm=800000 investmentWan=200000'],
  ['半亩地', 'kind=land areaMinSqm=333.33'],
  ['用地120亩，用电容量10000千伏安', 'kind=land areaMinSqm=80000 powerKva=10000'],
  ['用电10兆伏安', 'powerKva=10000'],
  ['变压器5000kVA，10kV双电源', 'voltageKv=10 dualSupply=true powerKva=5000'],
  ['装机2000千瓦', 'powerKva=2000'],
  ['要双回路，不要蒸汽', 'dualSupply=true steam=false'],
  ['蒸汽每小时5吨', 'steam=true steamTph=5'],
  ['每小时8吨蒸汽', 'steam=true steamTph=8'],
  ['10吨/小时的蒸汽', 'steam=true steamTph=10'],
  ['蒸汽240吨/天', 'steam=true steamTph=10'],
  ['用水500吨/天', 'waterTpd=500'],
  ['日用水800吨', 'waterTpd=800'],
  ['每天用水300方', 'waterTpd=300'],
  ['用水20吨/小时', 'waterTpd=480'],
  ['通天然气，要铁路专用线', 'gas=true rail=true'],
  ['无需燃气，需要集中供热和污水管网', 'gas=false heat=true drainage=true'],
  ['离高速公路口不超过5公里', 'nearMotorway=true motorwayKm=5'],
  ['靠近高速', 'nearMotorway=true'],
  ['租标准厂房5000平米，层高8米，行车10吨', 'kind=space areaMinSqm=5000 craneT=10 storeyHeightM=8'],
  ['厂房3000平，荷载2吨/平米', 'kind=space areaMinSqm=3000 floorLoadKn=19.62'],
  ['承重10kN/㎡的车间', 'kind=space floorLoadKn=10'],
  ['8米以上层高，20吨行车', 'craneT=20 storeyHeightM=8'],
  ['租金不超过12元/平米/月', 'rentCeiling=12'],
  ['租厂房3000平，租金0.4元/平/天', 'kind=space areaMinSqm=3000 rentCeiling=12.17'],
  ['租金每平米每月15元', 'rentCeiling=15'],
  ['仓库2000平方米，年底前要用', 'kind=space areaMinSqm=2000 neededBy=2026-12-31'],
  ['拿地建厂房100亩', 'kind=land areaMinSqm=66666.67'],
  ['地或厂房都行，100亩', 'areaMinSqm=66666.67'],
  ['投资3亿元，亩均税收20万', 'investmentWan=30000 taxWanPerMu=20'],
  ['投资强度300万元/亩，亩均税收15万元/亩', 'investmentWanPerMu=300 taxWanPerMu=15'],
  ['总投资5000万，明年6月底前', 'neededBy=2027-06-30 investmentWan=5000'],
  ['2027年3月前开工', 'neededBy=2027-03-31'],
  ['2027-05-01前', 'neededBy=2027-05-01'],
  ['6个月内入驻', 'neededBy=2027-06-02'],
  ['3月底前要用', 'neededBy=2027-03-31'],
  ['明年上半年投产', 'neededBy=2027-06-30'],
  ['C1523，120亩', 'kind=land areaMinSqm=80000 industryCode=C1523'],
  ['做白酒，50亩', 'kind=land areaMinSqm=33333.33 industryCode=C1512'],
  ['预制菜厂，40亩，10千伏', 'kind=land areaMinSqm=26666.67 voltageKv=10 industryCode=C143'],
  ['玻璃器皿，天然气，80亩', 'kind=land areaMinSqm=53333.33 gas=true industryCode=C305'],
  [
    'We need 120 mu of land with 35 kV and 10 t/h of steam, near the motorway, juice',
    'kind=land areaMinSqm=80000 voltageKv=35 steam=true steamTph=10 nearMotorway=true industryCode=C1523',
  ],
  ['8 hectares, at least 5000 kVA, no steam', 'kind=land areaMinSqm=80000 powerKva=5000 steam=false'],
  [
    'Lease a workshop of 5000 m2, clear height 8 m, crane of 10 tonnes',
    'kind=space areaMinSqm=5000 craneT=10 storeyHeightM=8',
  ],
  [
    'plant space 3000 sqm, floor load 20 kN/m2, rent 15 per m2 per month',
    'kind=space areaMinSqm=3000 floorLoadKn=20 rentCeiling=15',
  ],
  [
    'between 100 and 150 mu, dual circuit, 35kV',
    'kind=land areaMinSqm=66666.67 areaMaxSqm=100000 voltageKv=35 dualSupply=true',
  ],
  [
    '100 to 150 mu, investment of CNY 300 million',
    'kind=land areaMinSqm=66666.67 areaMaxSqm=100000 investmentWan=30000',
  ],
  ['within 5 km of the motorway, by 2027-03-31', 'nearMotorway=true motorwayKm=5 neededBy=2027-03-31'],
  ['20 acres of land, natural gas, sewer', 'kind=land areaMinSqm=80937.13 gas=true drainage=true'],
  ['120', '?120:120 亩|120 公顷|120 平方米'],
  ['要120左右', '?120:120 亩|120 公顷|120 平方米'],
  ['大块地', 'kind=land'],
  ['100亩或者200亩', '?100亩或者200亩:100 亩|200 亩'],
  ['一期60亩，二期80亩', '?60亩:60亩|80亩|合计 !一期 !二期'],
  ['蒸汽10吨', 'steam=true ?蒸汽10吨:每小时 10 吨|每天 10 吨'],
  ['用水500吨', '?用水500吨:每天 500 吨|每小时 500 吨'],
  ['电压高', '?电压高:10 千伏|35 千伏|110 千伏'],
  ['用电10000', '?用电10000:10000 千伏安|10000 兆伏安'],
  ['用电量大', '?用电量大:'],
  ['租金12元', '?租金12元:12 元/㎡·月|12 元/㎡·天'],
  ['行车要有', '?行车:'],
  [
    '食品厂，50亩',
    'kind=land areaMinSqm=33333.33 ?食品厂:农副食品加工业 C13|食品制造业 C14|酒、饮料和精制茶制造业 C15',
  ],
  ['新能源项目，200亩', 'kind=land areaMinSqm=133333.33 ?新能源项目:光伏设备及元器件制造 C3825|电池制造 C384'],
  ['投资5000，50亩', 'kind=land areaMinSqm=33333.33 ?投资5000:5000 万元|5000 亿元'],
  ['投资1000万美元，30亩', 'kind=land areaMinSqm=20000 ?投资1000万美元:'],
  ['尽快要地50亩', 'kind=land areaMinSqm=33333.33 ?尽快:2027-03-02 前|2027-05-31 前|2027-12-02 前'],
  ['明年要用，50亩', 'kind=land areaMinSqm=33333.33 ?明年要用:2027-06-30 前|2027-12-31 前'],
  ['下半年要50亩', 'kind=land areaMinSqm=33333.33 neededBy=2026-12-31'],
  [
    'as soon as possible, 10 ha',
    'kind=land areaMinSqm=100000 ?as soon as possible:2027-03-02 前|2027-05-31 前|2027-12-02 前',
  ],
  ['想要风水好的地，120亩', 'kind=land areaMinSqm=80000 !风水好'],
  ['你好', '!你好'],
  ['1,200亩', 'kind=land areaMinSqm=800000'],
  ['投资1亿，税收每亩15万，40亩', 'kind=land areaMinSqm=26666.67 investmentWan=10000 taxWanPerMu=15'],
  ['3月份开工，35千伏，80亩', 'kind=land areaMinSqm=53333.33 voltageKv=35 neededBy=2027-03-31'],
  ['有轨铁路和110kV，150亩', 'kind=land areaMinSqm=100000 voltageKv=110 rail=true'],
]

it.each(table)('%s', (text, expected) => {
  expect(told(text)).toBe(expected)
})

it('shows every field that it settled with the words for it', () => {
  for (const [text] of table) {
    const { needs, said } = readNeeds(text, { today })
    for (const [field, value] of Object.entries(needs))
      if (value !== null) expect(said.map((one) => one.field)).toContain(field)
  }
})

it('never falls over and never names an area that was asked', () => {
  const words = [
    '120',
    '亩',
    '35',
    '千伏',
    '蒸汽',
    '10吨',
    '/小时',
    '，',
    '或者',
    '不要',
    '租',
    '厂房',
    '投资',
    '3亿',
    '左右',
    'ha',
    ' ',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
      const { needs, asks } = readNeeds(parts.join(''), { today })
      if (asks.some(({ choices }) => choices.some(({ set }) => set.areaMinSqm !== undefined)))
        expect(needs.areaMinSqm).toBeNull()
    }),
  )
})
