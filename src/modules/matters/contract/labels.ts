import type { Label } from '../../../kernel/label.ts'
import type { Confidence, Limit, Matter, Paper, Treatment } from './catalogue.ts'

/** How sure we are of what is written, and in which words that is told. Never hidden. */
export const confidenceLabels: Record<Confidence, { readonly mark: Label; readonly meaning: Label }> = {
  V: {
    mark: { zh: '已核条文', en: 'Text read' },
    meaning: { zh: '读过公开发布的法律法规原文', en: 'the article was read in a public copy of the law or regulation' },
  },
  P: {
    mark: { zh: '公开信息', en: 'Public page' },
    meaning: { zh: '来自公开网页或新闻', en: 'read on a public page or in the news' },
  },
  M: {
    mark: { zh: '待核实', en: 'To verify' },
    meaning: { zh: '凭记忆填写，使用前请核实', en: 'written from memory: verify before use' },
  },
  E: {
    mark: { zh: '估计', en: 'Estimate' },
    meaning: { zh: '编者估计的数值', en: 'an estimate by the author' },
  },
  illustrative: {
    mark: { zh: '示意', en: 'Illustrative' },
    meaning: { zh: '演示用的示意数值，各地标准不同', en: 'made up for the demonstration: local rates differ' },
  },
}

export function isConfidence(mark: string): mark is Confidence {
  return Object.hasOwn(confidenceLabels, mark)
}

/** 事项类型 as the catalogue writes them; a kind that is not listed is shown as entered. */
const kindsInEnglish: Readonly<Record<string, string>> = {
  许可: 'Licence',
  备案: 'Filing',
  确认: 'Confirmation',
  公共服务: 'Public service',
  内部程序: 'Internal step',
  协议: 'Agreement',
  中介服务: 'Technical service',
}

export function kindLabel(kind: string): Label {
  return { zh: kind, en: kindsInEnglish[kind] ?? kind }
}

export const treatmentLabels: Record<Treatment, { readonly name: Label; readonly meaning: Label }> = {
  hard: {
    name: { zh: '必须先有', en: 'Required first' },
    meaning: { zh: '没有它不能受理', en: 'the matter cannot be filed without it' },
  },
  tolerable: {
    name: { zh: '可容缺', en: 'May be owed' },
    meaning: {
      zh: '可以先受理，约定时间前补上',
      en: 'the matter may be filed first and this supplied by the agreed time',
    },
  },
  commitment: {
    name: { zh: '可告知承诺', en: 'Commitment possible' },
    meaning: {
      zh: '可以用书面承诺代替，事后核查',
      en: 'a signed commitment may stand in for it; it is checked afterwards',
    },
  },
  regional: {
    name: { zh: '区域评估', en: 'Regional assessment' },
    meaning: {
      zh: '在标准地上由开发区统一做，企业不用单独做',
      en: 'on standard land the zone has done it for everyone',
    },
  },
}

export const initiatorLabels: Record<Matter['initiator'], Label> = {
  enterprise: { zh: '企业发起', en: 'Started by the enterprise' },
  government: { zh: '政府发起', en: 'Started by the government' },
}

export const preparedByLabels: Record<Paper['preparedBy'], Label> = {
  enterprise: { zh: '企业准备', en: 'Prepared by the enterprise' },
  intermediary: { zh: '中介机构出具', en: 'Issued by an intermediary' },
  government: { zh: '政府部门出具', en: 'Issued by the government' },
}

const unitLabels: Record<Limit['unit'], Label> = {
  workday: { zh: '个工作日', en: 'working days' },
  calendarDay: { zh: '个自然日', en: 'calendar days' },
}

export function limitLabel({ days, unit }: Limit): Label {
  if (days === 0) return { zh: '即办', en: 'on the spot' }
  const one = unit === 'workday' ? 'working day' : 'calendar day'
  return { zh: `${days} ${unitLabels[unit].zh}`, en: `${days} ${days === 1 ? one : unitLabels[unit].en}` }
}
