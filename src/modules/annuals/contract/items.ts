import type { Label } from '../../../kernel/label.ts'

interface Item {
  readonly label: Label
  readonly unit: Label
}

const wan = { zh: '万元', en: '10,000 CNY' }
const sqm = { zh: '平方米', en: 'm²' }

/** What is known of an enterprise year by year, and in which unit: those of the statistical and tax forms, so that no number is converted when it is copied. */
export const annualItems = {
  output: { label: { zh: '工业总产值', en: 'Gross output' }, unit: wan },
  sales: { label: { zh: '营业收入', en: 'Sales' }, unit: wan },
  valueAdded: { label: { zh: '工业增加值', en: 'Value added' }, unit: wan },
  profit: { label: { zh: '利润总额', en: 'Profit' }, unit: wan },
  tax: { label: { zh: '实缴税收', en: 'Tax paid' }, unit: wan },
  rdSpending: { label: { zh: '研发费用', en: 'R&D spending' }, unit: wan },
  exports: { label: { zh: '出口额', en: 'Exports' }, unit: wan },
  investment: { label: { zh: '固定资产投资', en: 'Fixed investment' }, unit: wan },
  energy: { label: { zh: '综合能耗', en: 'Energy' }, unit: { zh: '吨标准煤', en: 't coal equivalent' } },
  power: { label: { zh: '用电量', en: 'Electricity' }, unit: { zh: '万千瓦时', en: '10,000 kWh' } },
  water: { label: { zh: '用水量', en: 'Water' }, unit: { zh: '立方米', en: 'm³' } },
  emission: { label: { zh: '主要污染物排放量', en: 'Emissions' }, unit: { zh: '吨', en: 't' } },
  carbon: { label: { zh: '碳排放量', en: 'Carbon emitted' }, unit: { zh: '吨二氧化碳当量', en: 't CO2e' } },
  jobs: { label: { zh: '年平均职工人数', en: 'Jobs, yearly average' }, unit: { zh: '人', en: 'person' } },
  landTitled: { label: { zh: '登记用地面积', en: 'Land titled' }, unit: sqm },
  landLeasedIn: { label: { zh: '租入用地面积', en: 'Land leased in' }, unit: sqm },
  landLeasedOut: { label: { zh: '租出用地面积', en: 'Land leased out' }, unit: sqm },
  floorLeasedIn: { label: { zh: '租用厂房建筑面积', en: 'Floor rented' }, unit: sqm },
} as const satisfies Readonly<Record<string, Item>>
export type AnnualItem = keyof typeof annualItems
export const annualItemNames = Object.keys(annualItems) as [AnnualItem, ...AnnualItem[]]

/** Who says so. */
export const annualSources = {
  statistics: { zh: '统计联网直报', en: 'Statistics' },
  tax: { zh: '税务', en: 'Tax office' },
  power: { zh: '供电', en: 'Power company' },
  nature: { zh: '自然资源（不动产登记）', en: 'Land registry' },
  ecology: { zh: '生态环境', en: 'Ecology' },
  survey: { zh: '现场核查', en: 'Check on site' },
  firm: { zh: '企业申报', en: 'The enterprise itself' },
  estimate: { zh: '推算', en: 'Estimate' },
} as const satisfies Readonly<Record<string, Label>>
export type AnnualSource = keyof typeof annualSources
export const annualSourceNames = Object.keys(annualSources) as [AnnualSource, ...AnnualSource[]]

export function itemText(item: AnnualItem): Label {
  const { label, unit } = annualItems[item]
  return { zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` }
}
