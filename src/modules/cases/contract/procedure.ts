import type { Label } from '../../../kernel/label.ts'

/**
 * Special procedures whose time is left out of the limits (行政许可法 第45条: 听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审);
 * public notice only where a local rule says so (滨州 2020 第19条).
 */
export const procedureKinds = [
  'expertReview',
  'hearing',
  'tender',
  'testing',
  'quarantine',
  'appraisal',
  'publicNotice',
] as const
export type ProcedureKind = (typeof procedureKinds)[number]

export const procedureLabels: Readonly<Record<ProcedureKind, Label>> = {
  expertReview: { zh: '专家评审', en: 'Expert review' },
  hearing: { zh: '听证', en: 'Hearing' },
  tender: { zh: '招标、拍卖', en: 'Tender or auction' },
  testing: { zh: '检验、检测', en: 'Inspection or testing' },
  quarantine: { zh: '检疫', en: 'Quarantine' },
  appraisal: { zh: '鉴定', en: 'Appraisal' },
  publicNotice: { zh: '公示（依地方规定）', en: 'Public notice (by local rule)' },
}

/** Who reversed a refusal: reconsideration (行政复议法), a court (行政诉讼法), or the authority by itself. */
export const reversalKinds = ['reconsideration', 'court', 'ownMotion'] as const
export type ReversalKind = (typeof reversalKinds)[number]

export const reversalLabels: Readonly<Record<ReversalKind, Label>> = {
  reconsideration: { zh: '行政复议', en: 'Reconsideration' },
  court: { zh: '行政诉讼', en: 'Court' },
  ownMotion: { zh: '自行纠正', en: 'Own correction' },
}
