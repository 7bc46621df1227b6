import { ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** Somebody who works for the zone. An account belongs to a person through its membership in the zone. */
export const Person = recordKind({
  name: 'organisation.person',
  path: 'people',
  table: 'organisation.people',
  labels: { one: { zh: '人员', en: 'Person' }, many: { zh: '人员', en: 'People' } },
  fields: {
    name: text({
      label: { zh: '姓名', en: 'Name' },
      example: '张某',
      max: 50,
      required: true,
      filter: true,
      sort: true,
    }),
    departmentId: ref({ label: { zh: '部门', en: 'Department' }, to: 'organisation.department', filter: true }),
    title: text({ label: { zh: '职务', en: 'Title' }, example: '科长', max: 50 }),
    phone: text({ label: { zh: '手机', en: 'Mobile phone' }, example: '13800000000', max: 40, personal: 'phone' }),
  },
  list: ['name', 'departmentId', 'title', 'phone'],
  sort: 'name',
  search: ['name', 'title'],
  access: { read: 'organisation.read', write: 'organisation.write', reveal: 'organisation.reveal' },
})
