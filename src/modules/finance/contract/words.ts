import type { Label } from '../../../kernel/label.ts'

export const providerKinds = {
  bank: { zh: '银行', en: 'Bank' },
  fund: { zh: '基金', en: 'Fund' },
  guarantee: { zh: '担保', en: 'Guarantee' },
  leasing: { zh: '融资租赁', en: 'Leasing' },
} as const

export const purposes = {
  working: { zh: '流动资金', en: 'Working capital' },
  equipment: { zh: '设备购置', en: 'Equipment' },
  building: { zh: '厂房建设', en: 'Building' },
  research: { zh: '研发', en: 'Research' },
  equity: { zh: '股权融资', en: 'Equity' },
} as const

export const securities = {
  credit: { zh: '信用（无抵押）', en: 'None, on credit' },
  land: { zh: '土地抵押', en: 'Land' },
  building: { zh: '房产抵押', en: 'Building' },
  equipment: { zh: '设备抵押', en: 'Equipment' },
  receivable: { zh: '应收账款', en: 'Receivables' },
  patent: { zh: '知识产权质押', en: 'Patents' },
  guarantee: { zh: '第三方担保', en: 'Guarantee' },
} as const

export const scaleLabels = {
  large: { zh: '大型', en: 'Large' },
  medium: { zh: '中型', en: 'Medium' },
  small: { zh: '小型', en: 'Small' },
  micro: { zh: '微型', en: 'Micro' },
} as const

/** What became of a product that an enterprise accepted for a need. */
export const offerStates = {
  accepted: { zh: '企业已选，待转交', en: 'Accepted, to be forwarded' },
  forwarded: { zh: '已转交机构', en: 'Forwarded' },
  granted: { zh: '已获批', en: 'Granted' },
  refused: { zh: '未获批', en: 'Refused' },
  withdrawn: { zh: '企业撤回', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Label>>
export type OfferState = keyof typeof offerStates
export const offerStateNames = Object.keys(offerStates) as [OfferState, ...OfferState[]]
