import { ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** A department (部门) of the zone's administration, or of the county that handles matters for it. */
export const Department = recordKind({
  name: 'organisation.department',
  path: 'departments',
  table: 'organisation.departments',
  labels: { one: { zh: '部门', en: 'Department' }, many: { zh: '部门', en: 'Departments' } },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      example: '行政审批局',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    shortName: text({ label: { zh: '简称', en: 'Short name' }, example: '审批局', max: 20 }),
    parentId: ref({ label: { zh: '上级部门', en: 'Part of' }, to: 'organisation.department', filter: true }),
    headId: ref({
      label: { zh: '负责人', en: 'Head' },
      hint: {
        zh: '批准延长时限等只有负责人能批的事；督办与升级提醒先告知',
        en: 'Approves what only the head may, as more time for a case; told first of orders and escalations',
      },
      to: 'organisation.person',
    }),
    phone: text({
      label: { zh: '办公电话', en: 'Office phone' },
      hint: { zh: '公开的值班或窗口电话', en: 'The public number of the desk' },
      example: '0359-4020000',
      max: 40,
    }),
    address: text({ label: { zh: '办公地点', en: 'Where it sits' }, example: '政务大厅二楼 B 区' }),
  },
  list: ['name', 'shortName', 'parentId', 'headId', 'phone', 'address'],
  sort: 'name',
  search: ['name', 'shortName'],
  access: { read: 'organisation.read', write: 'organisation.write' },
})
