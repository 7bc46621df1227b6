import type { Label } from '../../../kernel/label.ts'

type Words = Readonly<Record<string, Label>>

/** Where a lead stands. `merged`: another lead of the same project goes on in its place. */
export const leadStageLabels = {
  lead: { zh: '线索', en: 'Lead' },
  talks: { zh: '洽谈', en: 'Talks' },
  signed: { zh: '签约', en: 'Signed' },
  handed: { zh: '已移交', en: 'Handed over' },
  closed: { zh: '已关闭', en: 'Closed' },
  merged: { zh: '已合并', en: 'Merged' },
} as const satisfies Words
export type LeadStage = keyof typeof leadStageLabels
export const leadStages = Object.keys(leadStageLabels) as [LeadStage, ...LeadStage[]]

/** How a lead came. */
export const channelKindLabels = {
  business: { zh: '以商招商', en: 'Through business' },
  chain: { zh: '产业链招商', en: 'Along a chain' },
  enclave: { zh: '飞地招商', en: 'Enclave' },
  fund: { zh: '基金招商', en: 'Fund' },
  event: { zh: '活动招商', en: 'Event' },
  entrusted: { zh: '委托招商', en: 'Entrusted' },
  visit: { zh: '外出招商', en: 'Visiting out' },
  self: { zh: '企业自荐', en: 'Came by itself' },
} as const satisfies Words
export type ChannelKind = keyof typeof channelKindLabels
export const channelKinds = Object.keys(channelKindLabels) as [ChannelKind, ...ChannelKind[]]

export const visitKindLabels = {
  call: { zh: '电话', en: 'Call' },
  visit: { zh: '上门走访', en: 'Visit' },
  reception: { zh: '来区考察', en: 'Reception' },
  meeting: { zh: '会议', en: 'Meeting' },
  message: { zh: '微信邮件', en: 'Message' },
} as const satisfies Words
export type VisitKind = keyof typeof visitKindLabels
export const visitKinds = Object.keys(visitKindLabels) as [VisitKind, ...VisitKind[]]

/** Why a lead ends without a project. */
export const closeCauseLabels = {
  market: { zh: '市场原因', en: 'Market' },
  firm: { zh: '企业原因', en: 'Enterprise' },
  land: { zh: '要素不匹配', en: 'Land or energy does not fit' },
  law: { zh: '法律政策原因', en: 'Law or policy' },
  elsewhere: { zh: '落户外地', en: 'Settled elsewhere' },
  untrue: { zh: '信息不实', en: 'Information untrue' },
} as const satisfies Words
export type CloseCause = keyof typeof closeCauseLabels
export const closeCauses = Object.keys(closeCauseLabels) as [CloseCause, ...CloseCause[]]

export const agreementKindLabels = {
  framework: { zh: '框架协议', en: 'Framework' },
  investment: { zh: '投资协议', en: 'Investment' },
  supplement: { zh: '补充协议', en: 'Supplement' },
} as const satisfies Words
export type AgreementKind = keyof typeof agreementKindLabels

export const agreementStateLabels = {
  draft: { zh: '起草中', en: 'Draft' },
  signed: { zh: '已签约', en: 'Signed' },
  ended: { zh: '已终止', en: 'Ended' },
} as const satisfies Words
export type AgreementState = keyof typeof agreementStateLabels
export const agreementStates = Object.keys(agreementStateLabels) as [AgreementState, ...AgreementState[]]

/** What a person who is not the writer of the clause says to a flag of it. Only the first two let it be signed. */
export const reviewOutcomeLabels = {
  clear: { zh: '不构成', en: 'Not covered by the rule' },
  exception: { zh: '适用例外规定（第十二条）', en: 'Exception of Art. 12' },
  change: { zh: '须删改', en: 'To be changed' },
} as const satisfies Words
export type ReviewOutcome = keyof typeof reviewOutcomeLabels
export const reviewOutcomes = Object.keys(reviewOutcomeLabels) as [ReviewOutcome, ...ReviewOutcome[]]

/** By which count money has come in. Counts of different bases are never added. */
export const paymentBasisLabels = {
  receipt: { zh: '银行到账凭证', en: 'Bank receipt' },
  statistics: { zh: '固定资产投资统计', en: 'Statistics of fixed assets' },
  foreign: { zh: '实际使用外资', en: 'Foreign capital used' },
} as const satisfies Words
export type PaymentBasis = keyof typeof paymentBasisLabels
export const paymentBases = Object.keys(paymentBasisLabels) as [PaymentBasis, ...PaymentBasis[]]

export const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY'] as const
export type Currency = (typeof currencies)[number]

export const twinDecisionLabels = {
  merge: { zh: '合并', en: 'Merge' },
  related: { zh: '有关联', en: 'Related' },
  different: { zh: '不是一回事', en: 'Different' },
} as const satisfies Words
export type TwinDecision = keyof typeof twinDecisionLabels
export const twinDecisions = Object.keys(twinDecisionLabels) as [TwinDecision, ...TwinDecision[]]
