import { choice, date, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { agreementKindLabels, agreementStateLabels } from './words.ts'

/** 投资协议: signed by decision only, when every flagged clause has its review. */
export const InvestmentAgreement = recordKind({
  name: 'promotion.agreement',
  path: 'investment-agreements',
  table: 'promotion.agreements',
  labels: {
    one: { zh: '投资协议', en: 'Investment agreement' },
    many: { zh: '投资协议', en: 'Investment agreements' },
  },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '果汁项目投资协议', required: true, filter: true }),
    leadId: ref({
      label: { zh: '线索', en: 'Lead' },
      to: 'promotion.lead',
      required: true,
      filter: true,
      writable: 'once',
    }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: agreementKindLabels,
      example: 'investment',
      required: true,
      filter: true,
      writable: 'once',
    }),
    amountYuan: money({
      label: { zh: '协议投资', en: 'Investment agreed' },
      unit: { zh: '元', en: 'CNY' },
      example: '100000000.00',
      required: true,
      sort: true,
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: agreementStateLabels,
      example: 'draft',
      required: true,
      filter: true,
      writable: 'never',
    }),
    signedOn: date({
      label: { zh: '签约日期', en: 'Signed on' },
      example: '2026-03-02',
      sort: true,
      writable: 'never',
    }),
    number: text({ label: { zh: '编号', en: 'Number' }, example: '示开招协〔2026〕3号', max: 60 }),
    investUntil: date({ label: { zh: '约定到位期限', en: 'Money due until' }, example: '2027-12-31' }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['title', 'leadId', 'kind', 'amountYuan', 'state', 'signedOn', 'number'],
  search: ['title', 'number'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
