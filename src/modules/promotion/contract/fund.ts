import { choice, date, longText, money, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 招商基金: size and manager as its papers say. */
export const Fund = recordKind({
  name: 'promotion.fund',
  path: 'promotion-funds',
  table: 'promotion.funds',
  labels: { one: { zh: '基金', en: 'Fund' }, many: { zh: '基金', en: 'Funds' } },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      example: '示例产业投资基金',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: {
        private: { zh: '私募基金', en: 'Private fund' },
        guidance: { zh: '政府引导基金', en: 'Government guidance fund' },
        industry: { zh: '产业基金', en: 'Industry fund' },
      },
      example: 'private',
      required: true,
      filter: true,
    }),
    amountYuan: money({
      label: { zh: '规模', en: 'Size' },
      unit: { zh: '元', en: 'CNY' },
      example: '500000000.00',
      required: true,
      sort: true,
    }),
    manager: text({ label: { zh: '管理人', en: 'Manager' }, example: '示例基金管理有限公司', max: 100 }),
    registration: text({
      label: { zh: '备案编号', en: 'Registration number' },
      hint: { zh: '中国证券投资基金业协会备案', en: 'Of the Asset Management Association of China' },
      example: 'SXX000',
      max: 30,
    }),
    setUpOn: date({ label: { zh: '设立日期', en: 'Set up on' }, example: '2025-06-30' }),
    field: text({ label: { zh: '投向', en: 'Invests in' }, example: '光伏、新材料', max: 200 }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'kind', 'amountYuan', 'manager', 'setUpOn'],
  sort: 'name',
  search: ['name', 'manager'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
