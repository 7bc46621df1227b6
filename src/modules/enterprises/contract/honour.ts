import { choice, date, integer, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { ofEnterprise } from './words.ts'

export const honourLabels = {
  highTech: { zh: '高新技术企业', en: 'High and new technology enterprise' },
  innovative: { zh: '创新型中小企业', en: 'Innovative SME' },
  srdi: { zh: '专精特新中小企业', en: 'Specialised-and-innovative SME' },
  littleGiant: { zh: '专精特新“小巨人”企业', en: 'Little giant' },
  champion: { zh: '制造业单项冠军', en: 'Manufacturing champion' },
  techCentre: { zh: '企业技术中心', en: 'Enterprise technology centre' },
  greenFactory: { zh: '绿色工厂', en: 'Green factory' },
  ranking: { zh: '榜单', en: 'Ranking' },
  other: { zh: '其他资质荣誉', en: 'Other' },
} as const

export const levelLabels = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
} as const

/** 资质荣誉: what somebody has recognised the enterprise for, by which document and until when (优质中小企业梯度培育管理暂行办法, 工信部企业〔2022〕63号: 专精特新 and 小巨人 are valid for three years). */
export const Honour = recordKind({
  name: 'enterprises.honour',
  path: 'honours',
  table: 'enterprises.honours',
  labels: { one: { zh: '资质荣誉', en: 'Honour' }, many: { zh: '资质荣誉', en: 'Qualifications and honours' } },
  fields: {
    title: text({
      label: { zh: '名称', en: 'Title' },
      hint: { zh: '与证书或名单一致', en: 'As on the certificate or list' },
      example: '省级专精特新中小企业',
      required: true,
      filter: true,
    }),
    enterpriseId: ofEnterprise,
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: honourLabels,
      example: 'srdi',
      required: true,
      filter: true,
    }),
    level: choice({
      label: { zh: '级别', en: 'Level' },
      options: levelLabels,
      example: 'provincial',
      required: true,
      filter: true,
    }),
    issuer: text({ label: { zh: '发证（认定）机关', en: 'Issued by' }, example: '省工业和信息化厅', required: true }),
    document: text({
      label: { zh: '文号或证书编号', en: 'Document or certificate number' },
      example: '晋工信中小字〔2025〕12号',
    }),
    rank: integer({
      label: { zh: '名次', en: 'Rank' },
      hint: { zh: '榜单才有', en: 'Of rankings' },
      example: 86,
      min: 1,
    }),
    issuedOn: date({
      label: { zh: '认定日期', en: 'Issued on' },
      example: '2025-06-30',
      required: true,
      filter: true,
      sort: true,
    }),
    validUntil: date({
      label: { zh: '有效期至', en: 'Valid until' },
      hint: { zh: '空着表示长期有效', en: 'Empty: without an end' },
      example: '2028-06-29',
      filter: true,
      sort: true,
    }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['title', 'enterpriseId', 'kind', 'level', 'issuer', 'issuedOn', 'validUntil'],
  sort: '-issuedOn',
  search: ['title', 'issuer', 'document'],
  access: { read: 'enterprises.read', write: 'enterprises.describe', archive: 'enterprises.archive' },
  ofEnterprise: 'enterpriseId',
  check: ({ issuedOn, validUntil }) =>
    typeof issuedOn === 'string' && typeof validUntil === 'string' && validUntil < issuedOn
      ? [{ field: 'validUntil', text: endsBeforeStart }]
      : [],
})

const endsBeforeStart = {
  zh: '有效期早于认定日期，请核对证书后改正其中一个日期。',
  en: 'It would end before it was issued: look at the certificate and correct one of the dates.',
}
