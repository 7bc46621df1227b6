import { choice, date, decimal, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 飞地: a house of the zone in another city. */
export const Enclave = recordKind({
  name: 'promotion.enclave',
  path: 'promotion-enclaves',
  table: 'promotion.enclaves',
  labels: { one: { zh: '飞地', en: 'Enclave' }, many: { zh: '飞地', en: 'Enclaves' } },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      example: '示例科创飞地',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: {
        science: { zh: '科创飞地', en: 'Science and innovation' },
        industry: { zh: '产业飞地', en: 'Industry' },
        talent: { zh: '人才飞地', en: 'Talent' },
      },
      example: 'science',
      required: true,
      filter: true,
    }),
    city: text({ label: { zh: '所在城市', en: 'City' }, example: '上海', max: 40, required: true, filter: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, example: '示例路 1 号' }),
    areaM2: decimal({ label: { zh: '面积', en: 'Area' }, unit: { zh: '平方米', en: 'm²' }, example: 800, min: 0 }),
    openedOn: date({ label: { zh: '启用日期', en: 'Opened on' }, example: '2025-09-01' }),
    keeper: text({ label: { zh: '运营方', en: 'Run by' }, example: '示例孵化器有限公司', max: 100 }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'kind', 'city', 'areaM2', 'openedOn'],
  sort: 'name',
  search: ['name', 'city'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
