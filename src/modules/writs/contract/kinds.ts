import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** Kinds of writ (文书): what an office hands out, or an applicant hands in, about a case, a commitment or a joint application. */
export const writKinds = [
  'receipt',
  'correction',
  'acceptance',
  'tolerance',
  'nonAcceptance',
  'commitment',
  'special',
  'extension',
  'approval',
  'refusal',
  'delivery',
  'certificate',
  'application',
] as const
export const WritKind = z.enum(writKinds)
export type WritKind = z.infer<typeof WritKind>

export interface KindMeaning {
  /** The title as it is printed. */
  readonly label: Label
  /** What it is made from. */
  readonly from: 'case' | 'commitment' | 'bundle'
  /** The sign of its series: with the office's own prefix it heads the number, 临审批〔补〕… */
  readonly series: string
  readonly basis: Label
  /** It takes something away or refuses it: it names where it can be reviewed. */
  readonly remedies: boolean
}

const licensing = (article: string): Label => ({
  zh: `行政许可法第${article}条`,
  en: `Administrative Licensing Law, art. ${article}`,
})

export const kindMeanings: Readonly<Record<WritKind, KindMeaning>> = {
  receipt: {
    label: { zh: '接件回执', en: 'Receipt' },
    from: 'case',
    series: '收',
    basis: licensing('32'),
    remedies: false,
  },
  correction: {
    label: { zh: '一次性补正告知书', en: 'Notice of correction, once and complete' },
    from: 'case',
    series: '补',
    basis: licensing('32'),
    remedies: false,
  },
  acceptance: {
    label: { zh: '受理通知书', en: 'Notice of acceptance' },
    from: 'case',
    series: '受',
    basis: licensing('32'),
    remedies: false,
  },
  tolerance: {
    label: { zh: '容缺受理通知书', en: 'Notice of acceptance with owed papers' },
    from: 'case',
    series: '受',
    basis: { zh: '容缺受理规定', en: 'rules on owed papers' },
    remedies: false,
  },
  nonAcceptance: {
    label: { zh: '不予受理通知书', en: 'Notice of non-acceptance' },
    from: 'case',
    series: '不受',
    basis: licensing('32'),
    remedies: true,
  },
  commitment: {
    label: { zh: '告知承诺书', en: 'Letter of commitment' },
    from: 'commitment',
    series: '承',
    basis: { zh: '国办发〔2020〕42号', en: 'Guo Ban Fa [2020] 42' },
    remedies: false,
  },
  special: {
    label: { zh: '特别程序通知书', en: 'Notice of a special procedure' },
    from: 'case',
    series: '特',
    basis: licensing('45'),
    remedies: false,
  },
  extension: {
    label: { zh: '延期办理告知书', en: 'Notice of extension' },
    from: 'case',
    series: '延',
    basis: licensing('42'),
    remedies: false,
  },
  approval: {
    label: { zh: '准予行政许可决定书', en: 'Decision to grant' },
    from: 'case',
    series: '许',
    basis: licensing('38'),
    remedies: false,
  },
  refusal: {
    label: { zh: '不予行政许可决定书', en: 'Decision to refuse' },
    from: 'case',
    series: '不许',
    basis: licensing('38'),
    remedies: true,
  },
  delivery: {
    label: { zh: '送达回证', en: 'Proof of delivery' },
    from: 'case',
    series: '送',
    basis: licensing('44'),
    remedies: false,
  },
  certificate: {
    label: { zh: '行政许可证（样本）', en: 'Certificate (specimen)' },
    from: 'case',
    series: '证',
    basis: licensing('39'),
    remedies: false,
  },
  application: {
    label: { zh: '多证合一申请表', en: 'Joint application form' },
    from: 'bundle',
    series: '申',
    basis: { zh: '优化营商环境条例', en: 'Regulation on the business environment' },
    remedies: false,
  },
}

/** A writ stands, has been declared void, or another one has taken its place. */
export const writStates = ['valid', 'void', 'replaced'] as const
export const WritState = z.enum(writStates)
export type WritState = z.infer<typeof WritState>

export const writStateLabels: Readonly<Record<WritState, Label>> = {
  valid: { zh: '有效', en: 'Valid' },
  void: { zh: '已作废', en: 'Void' },
  replaced: { zh: '已被替代', en: 'Replaced' },
}
