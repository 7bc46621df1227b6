import { ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** Which department of this zone acts as an authority that the catalogue names, and who there by default: where a case goes. */
export const Duty = recordKind({
  name: 'organisation.duty',
  path: 'duties',
  table: 'organisation.duties',
  labels: { one: { zh: '职责分工', en: 'Duty' }, many: { zh: '职责分工', en: 'Duties' } },
  fields: {
    authority: text({
      label: { zh: '审批机关', en: 'Authority' },
      hint: { zh: '与事项目录中的写法一致', en: 'As the catalogue of matters writes it' },
      example: '自然资源主管部门',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    departmentId: ref({
      label: { zh: '承办部门', en: 'Department' },
      to: 'organisation.department',
      required: true,
      filter: true,
    }),
    personId: ref({ label: { zh: '默认经办人', en: 'Person by default' }, to: 'organisation.person', filter: true }),
  },
  list: ['authority', 'departmentId', 'personId'],
  sort: 'authority',
  search: ['authority'],
  access: { read: 'organisation.read', write: 'organisation.write' },
})
