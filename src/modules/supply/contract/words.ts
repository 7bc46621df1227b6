import type { Label } from '../../../kernel/label.ts'
import { type LandKind, landKindLabels } from '../../parcels/contract/parcel.ts'

type Labels = Readonly<Record<string, Label>>
function namesOf<T extends Labels>(labels: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
}

/** What the waiting list is ranked by. */
export const criterionLabels = {
  keyLevel: { zh: '重点项目级别', en: 'Key project level' },
  investment: { zh: '总投资（亿元）', en: 'Investment (CNY 100 million)' },
  taxPerMu: { zh: '亩均税收（万元/亩·年）', en: 'Tax (CNY 10,000 a mu and year)' },
  energyPerWan: { zh: '单位产值能耗（吨标煤/万元）', en: 'Energy (tce per CNY 10,000 of output)' },
  readiness: { zh: '前期准备（0—4）', en: 'Readiness (0–4)' },
} as const satisfies Labels
export type Criterion = keyof typeof criterionLabels
export const criteria = namesOf(criterionLabels)

export const keyLevelLabels = {
  none: { zh: '不是重点项目', en: 'No key project' },
  county: { zh: '县级重点', en: 'Key project of the county' },
  city: { zh: '市级重点', en: 'Key project of the city' },
  province: { zh: '省级重点', en: 'Key project of the province' },
  nation: { zh: '国家重大项目', en: 'Major national project' },
} as const satisfies Labels
export type KeyLevel = keyof typeof keyLevelLabels
export const keyLevels = namesOf(keyLevelLabels)

/** How far a project is before it has land: each step holds those before it. */
export const readinessLabels = {
  idea: { zh: '意向', en: 'Intention' },
  filed: { zh: '已备案', en: 'Filed' },
  designed: { zh: '方案已定', en: 'Design settled' },
  funded: { zh: '资金已落实', en: 'Funding in place' },
  ready: { zh: '具备开工条件', en: 'Ready to start' },
} as const satisfies Labels
export type DemandReadiness = keyof typeof readinessLabels

export const demandStateLabels = {
  waiting: { zh: '排队中', en: 'Waiting' },
  deferred: { zh: '暂缓', en: 'Deferred' },
  allocated: { zh: '已安排地块', en: 'Allocated' },
  dropped: { zh: '已退出', en: 'Dropped' },
} as const satisfies Labels
export type DemandState = keyof typeof demandStateLabels
export const demandStates = namesOf(demandStateLabels)

export const purposeLabels = {
  industrial: { zh: '工业用地', en: 'Industry' },
  logistics: { zh: '物流仓储用地', en: 'Logistics' },
  research: { zh: '科研用地', en: 'Research' },
  commercial: { zh: '商业服务用地', en: 'Commerce' },
} as const satisfies Labels
export type Purpose = keyof typeof purposeLabels
export const purposes = namesOf(purposeLabels)

/** 招标、拍卖、挂牌出让: how the land is offered. */
const methodLabels = {
  listing: { zh: '挂牌', en: 'Listing' },
  auction: { zh: '拍卖', en: 'Auction' },
  tender: { zh: '招标', en: 'Tender' },
} as const satisfies Labels
export const methods = namesOf(methodLabels)

export const offeringStateLabels = {
  announced: { zh: '已公告', en: 'Announced' },
  listed: { zh: '挂牌中', en: 'Listed' },
  sold: { zh: '已成交', en: 'Sold' },
  failed: { zh: '未成交', en: 'Not sold' },
  contracted: { zh: '已签合同', en: 'Contracted' },
} as const satisfies Labels
export type OfferingState = keyof typeof offeringStateLabels
export const offeringStates = namesOf(offeringStateLabels)

/** The five contents of the contract on standard land: 浙江省保障“最多跑一次”改革规定 (2018) Art. 25, the best legal text there is. */
export const clauseLabels = {
  indicators: { zh: '控制性指标', en: 'Indicators' },
  recheck: { zh: '复核办法', en: 'How they are checked' },
  breach: { zh: '违约责任', en: 'Breach' },
  disputes: { zh: '争议解决', en: 'Disputes' },
  other: { zh: '其他约定', en: 'Others' },
} as const satisfies Labels
export type ClauseKind = keyof typeof clauseLabels
export const clauseKinds = namesOf(clauseLabels)

/** When an indicator is first checked. */
const phaseLabels = {
  completion: { zh: '竣工核验', en: 'At completion' },
  output: { zh: '达产复核', en: 'At full output' },
} as const satisfies Labels
export const phases = namesOf(phaseLabels)

export const landKinds = Object.keys(landKindLabels) as [LandKind, ...LandKind[]]
