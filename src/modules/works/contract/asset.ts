import { date, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 资产: what a completed work has become in the books. Its work and its value come from the decision that takes it in. */
export const asset = recordKind({
  name: 'works.asset',
  path: 'infrastructure-assets',
  table: 'works.assets',
  labels: {
    one: { zh: '基础设施资产', en: 'Infrastructure asset' },
    many: { zh: '基础设施资产', en: 'Infrastructure assets' },
  },
  fields: {
    name: text({
      label: { zh: '资产名称', en: 'Asset' },
      example: '污水处理厂（一期）',
      max: 150,
      required: true,
      sort: true,
    }),
    workId: ref({ label: { zh: '来自工程', en: 'From the work' }, to: 'works.work', filter: true, writable: 'never' }),
    valueYuan: money({
      label: { zh: '入账价值', en: 'Value' },
      unit: { zh: '元', en: 'CNY' },
      example: '371700000.00',
      sort: true,
      writable: 'never',
    }),
    inServiceOn: date({
      label: { zh: '启用日期', en: 'In service since' },
      example: '2025-10-01',
      required: true,
      sort: true,
    }),
    keeperId: ref({ label: { zh: '管护单位', en: 'Kept by' }, to: 'organisation.department', filter: true }),
    number: text({ label: { zh: '资产编号', en: 'Number' }, example: '示资-2025-003', max: 40, filter: true }),
  },
  list: ['name', 'workId', 'valueYuan', 'inServiceOn', 'keeperId', 'number'],
  sort: 'name',
  search: ['name', 'number'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
})
